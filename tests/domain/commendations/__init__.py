"""Tests of awards, nominations and decisions."""
