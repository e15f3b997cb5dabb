"""The weekly files of dcaribou/transfermarkt-datasets: results and scorers of Europe since 2012."""
