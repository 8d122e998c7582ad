# Every task is written in tools/make.py, which runs without make: python3 tools/make.py TASK.

PYTHON ?= python3

.PHONY: help demo test install dev tables lint types pytest fix docs bench build clean

help demo test install dev tables lint types pytest fix docs bench build clean:
	@$(PYTHON) tools/make.py $@
