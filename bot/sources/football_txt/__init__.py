"""Football.TXT, the format of openfootball: read with `reading.read_football_txt`."""
