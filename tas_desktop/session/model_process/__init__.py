"""The models in a process of their own, so that nothing of theirs can hold the window's interpreter.

Why a process: Qt's calls let go of the interpreter lock all the time, and beside a thread that captions
or decodes masks each of them waits to get it back. Measured with ``benchmarks/event_loop.py``: a repaint
that takes 25 ms of CPU lasted 150 to 250 ms beside the analysis in a thread, whatever the switch
interval, and importing torch stopped the window for 0.9 s. Figures in ``docs/event-loop.md``.

Also: torch is never imported by the window's process, and a crash of native code costs one analysis.
"""
