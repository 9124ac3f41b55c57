"""Faults on purpose: kills, power cuts, full disks, damage, hostile files and random hands.

Every test of this folder is one that can fail: each module names the switch that turns it red.
"""
