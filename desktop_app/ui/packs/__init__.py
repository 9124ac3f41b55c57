"""Packs: the whole file with its papers handed over, or taken along to another PC."""
