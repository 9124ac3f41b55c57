"""Meetings, attendance, votes and conclusions."""
