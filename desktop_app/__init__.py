"""Thi đua Cụm: the office work of an emulation cluster, from compacts to commendations."""

__version__ = "0.1.0"
