"""Workbooks in and out: hostile until read by a limited process, plain cells from then on."""
