"""The sample cluster: the conference of 13/03/2018 with made-up people and figures."""
