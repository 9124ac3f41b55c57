"""Offices' own Word templates: looked over when they are added, filled by a process with limits.

A template is a program of sorts, so it is trusted with nothing: only fields, loops and
conditions are taken (`rules.py`), the values are plain words, and it runs in a sandbox inside a
process of its own with limits of memory and time (`process.py`), started by `filling.py`.
"""
