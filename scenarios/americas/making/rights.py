"""Rights of entry by dated agreements and laws.

from 1990-01 means: in force when the tables begin; `to` is the last month in force. A visa imposed or lifted is
written on both sides of its date, so that the snapshot of 2019 in the corridor
table never has to be read for a corridor whose rule is known to have changed.
"""

import pandas as pd

COLUMNS = ("origin", "destination", "right", "from", "to", "source")
START = "1990-01"
FRENCH = ["FRA", "GLP", "GUF", "MTQ"]
OECS = "ATG DMA GRD KNA LCA VCT".split()
CA4 = "GTM HND NIC SLV".split()
MERCOSUR_2009 = "ARG BOL BRA PRY URY".split()

# (origins, destinations, right, from, to, source); every origin with every destination but itself.
RIGHTS = [
    # --- one citizenship ---------------------------------------------------------------------------------------
    (["PRI"], ["USA", "VIR"], "citizenship", START, "", "Jones-Shafroth Act 1917"),
    (["VIR"], ["USA", "PRI"], "citizenship", START, "", "US Code title 8 section 1406"),
    (["USA"], ["PRI", "VIR"], "citizenship", START, "", "US citizens in US territories"),
    (FRENCH, FRENCH, "citizenship", START, "", "Law 46-451 of 1946 (departments of France)"),
    (["ABW", "CUW"], ["NLD"], "citizenship", START, "", "Charter for the Kingdom of the Netherlands 1954"),
    # --- European Union ----------------------------------------------------------------------------------------
    (["FRA", "ITA", "NLD"], ["FRA", "ITA", "NLD"], "free_movement", START, "", "Council Regulation (EEC) 1612/68"),
    (["GBR"], ["FRA", "ITA", "NLD"], "free_movement", START, "2020-12", "Council Regulation (EEC) 1612/68; EU-UK Withdrawal Agreement"),
    (["FRA", "ITA", "NLD"], ["GBR"], "free_movement", START, "2020-12", "Council Regulation (EEC) 1612/68; EU-UK Withdrawal Agreement"),
    (["ESP", "PRT"], ["FRA", "ITA", "NLD", "ESP", "PRT"], "free_movement", "1992-01", "", "Act of Accession 1985 (workers after transition)"),
    (["FRA", "ITA", "NLD"], ["ESP", "PRT"], "free_movement", "1992-01", "", "Act of Accession 1985 (workers after transition)"),
    (["GBR"], ["ESP", "PRT"], "free_movement", "1992-01", "2020-12", "Act of Accession 1985; EU-UK Withdrawal Agreement"),
    (["ESP", "PRT"], ["GBR"], "free_movement", "1992-01", "2020-12", "Act of Accession 1985; EU-UK Withdrawal Agreement"),
    (["GLP", "GUF", "MTQ"], ["ITA", "NLD"], "free_movement", START, "", "Council Regulation (EEC) 1612/68 (French nationals)"),
    (["GLP", "GUF", "MTQ"], ["GBR"], "free_movement", START, "2020-12", "Council Regulation (EEC) 1612/68 (French nationals)"),
    (["GLP", "GUF", "MTQ"], ["ESP", "PRT"], "free_movement", "1992-01", "", "Act of Accession 1985 (French nationals)"),
    (["ABW", "CUW"], ["FRA", "ITA"], "free_movement", "1993-11", "", "Treaty on European Union art. 8 (Dutch nationals)"),
    (["ABW", "CUW"], ["ESP", "PRT"], "free_movement", "1993-11", "", "Treaty on European Union art. 8 (Dutch nationals)"),
    (["ABW", "CUW"], ["GBR"], "free_movement", "1993-11", "2020-12", "Treaty on European Union art. 8 (Dutch nationals)"),
    # --- South America: residence ------------------------------------------------------------------------------
    ("BOL BRA CHL COL ECU PER PRY URY VEN".split(), ["ARG"], "free_residence", "2006-04", "",
     "Law 25.871 art. 23(l); applied by Disposition DNM 53.253/2005 (Patria Grande)"),
    (MERCOSUR_2009 + ["CHL"], ["BOL", "BRA", "PRY", "URY"], "free_residence", "2009-07", "", "Mercosur with Bolivia and Chile Residence Agreement 2002"),
    (MERCOSUR_2009, ["CHL"], "free_residence", "2009-12", "", "Mercosur with Bolivia and Chile Residence Agreement 2002 (applied by Chile to these five)"),
    (["PER"], ["BOL", "BRA", "PRY"], "free_residence", "2011-06", "", "Mercosur Residence Agreement; adhesion of Peru 2011"),
    (MERCOSUR_2009 + ["CHL"], ["PER"], "free_residence", "2011-06", "", "Mercosur Residence Agreement; adhesion of Peru 2011"),
    (["COL"], ["BOL", "BRA", "PER", "PRY"], "free_residence", "2012-06", "", "Mercosur Residence Agreement; adhesion of Colombia 2012"),
    (["ECU"], ["BOL", "BRA", "PER", "PRY"], "free_residence", "2014-04", "", "Mercosur Residence Agreement; adhesion of Ecuador applied from 2014"),
    (MERCOSUR_2009 + ["CHL", "COL", "PER"], ["ECU"], "free_residence", "2014-04", "", "Mercosur Residence Agreement; adhesion of Ecuador applied from 2014"),
    (MERCOSUR_2009 + ["ECU", "PER"], ["COL"], "free_residence", "2014-05", "", "Mercosur Residence Agreement; Colombian visa TP-15 (Decree 941 of 2014)"),
    (["CHL"], ["COL"], "free_residence", "2014-05", "2019-12", "Mercosur Residence Agreement; Colombian visa TP-15; for Chileans until 2019"),
    (["COL", "ECU", "PER", "VEN"], ["URY"], "free_residence", "2014-08", "", "Law 19.254 of Uruguay 2014"),
    (["GUY", "SUR", "VEN"], ["BRA"], "free_residence", "2017-03", "", "Normative Resolution CNIg 126/2017"),
    (["GUY", "SUR", "VEN"], ["ECU"], "free_residence", "2017-02", "", "Organic Law of Human Mobility 2017 (South American citizens)"),
    # --- Caribbean and Central America -------------------------------------------------------------------------
    (OECS, OECS, "free_movement", "2011-08", "", "Revised Treaty of Basseterre 2010 (OECS Economic Union)"),
    (CA4, CA4, "visa_free_visit", "2006-06", "", "Central American free mobility agreement CA-4"),
    # --- Andean Community: visits with an identity card --------------------------------------------------------
    (["BOL", "COL", "ECU", "PER"], ["BOL", "COL", "ECU", "PER"], "visa_free_visit", "2002-01", "", "Andean Community Decision 503 of 2001"),
    # --- descent -----------------------------------------------------------------------------------------------
    ("ARG BRA URY VEN".split(), ["ITA"], "descent_visa", START, "", "Law 555 of 1912; Law 91 of 1992 (citizenship by descent)"),
    ("ARG BRA CHL CUB MEX URY VEN".split(), ["ESP"], "descent_visa", "2003-01", "2008-11", "Law 36/2002 (children of those born Spanish)"),
    ("ARG BRA CHL CUB MEX URY VEN".split(), ["ESP"], "descent_visa", "2008-12", "2011-12", "Law 52/2007 additional provision 7 (Historical Memory)"),
    ("ARG BRA CHL CUB MEX URY VEN".split(), ["ESP"], "descent_visa", "2012-01", "", "Law 36/2002 (children of those born Spanish)"),
    (["BRA", "VEN"], ["PRT"], "descent_visa", START, "", "Law 37/81 (citizenship by descent)"),
    ("ARG BOL BRA PER PRY".split(), ["JPN"], "descent_visa", "1990-06", "", "Immigration Control Act as amended 1989 (long-term resident by descent)"),
    # --- visit visas: Schengen states and Spain ----------------------------------------------------------------
    (["PER"], ["ESP"], "visa_required", "1992-05", "2016-02", "Spanish visa of 1992; Council Regulation (EC) 539/2001"),
    (["PER"], ["FRA", "ITA", "NLD", "PRT"], "visa_required", "2001-04", "2016-02", "Council Regulation (EC) 539/2001"),
    (["PER"], ["ESP", "FRA", "ITA", "NLD", "PRT"], "visa_free_visit", "2016-03", "", "EU-Peru visa waiver agreement 2016"),
    (["COL"], ["ESP"], "visa_free_visit", START, "2001-12", "Spanish exemption until Council Regulation (EC) 539/2001 was applied"),
    (["COL"], ["ESP"], "visa_required", "2002-01", "2015-11", "Council Regulation (EC) 539/2001"),
    (["COL"], ["FRA", "ITA", "NLD", "PRT"], "visa_required", "2001-04", "2015-11", "Council Regulation (EC) 539/2001"),
    (["COL"], ["ESP", "FRA", "ITA", "NLD", "PRT"], "visa_free_visit", "2015-12", "", "EU-Colombia visa waiver agreement 2015"),
    (["ECU"], ["ESP", "ITA"], "visa_free_visit", START, "2003-07", "exempt until Council Regulation (EC) 453/2003"),
    (["ECU"], ["ESP", "ITA"], "visa_required", "2003-08", "", "Council Regulation (EC) 453/2003"),
    (["BOL"], ["ESP", "ITA"], "visa_free_visit", START, "2007-03", "exempt until Council Regulation (EC) 1932/2006"),
    (["BOL"], ["ESP", "ITA"], "visa_required", "2007-04", "", "Council Regulation (EC) 1932/2006"),
    (["DOM"], ["ESP"], "visa_free_visit", START, "1993-08", "exempt until the Spanish visa of 1993"),
    (["DOM"], ["ESP"], "visa_required", "1993-09", "", "Spanish visa of 1993; Council Regulation (EC) 539/2001"),
    (["ATG", "BHS", "BRB", "KNA"], ["ESP", "FRA", "ITA", "NLD", "PRT"], "visa_required", "2001-04", "2009-05", "Council Regulation (EC) 539/2001"),
    (["ATG", "BHS", "BRB", "KNA"], ["ESP", "FRA", "ITA", "NLD", "PRT"], "visa_free_visit", "2009-06", "", "EU visa waiver agreements 2009; Council Regulation (EC) 1932/2006"),
    (["DMA", "GRD", "LCA", "TTO", "VCT"], ["ESP", "FRA", "ITA", "NLD", "PRT"], "visa_required", "2001-04", "2015-05", "Council Regulation (EC) 539/2001"),
    (["DMA", "GRD", "LCA", "TTO", "VCT"], ["ESP", "FRA", "ITA", "NLD", "PRT"], "visa_free_visit", "2015-06", "", "EU visa waiver agreements 2015; Regulation (EU) 509/2014"),
    # --- visit visas: United Kingdom, Japan --------------------------------------------------------------------
    (["JAM"], ["GBR"], "visa_free_visit", START, "2002-12", "exempt until the British visa of January 2003"),
    (["JAM"], ["GBR"], "visa_required", "2003-01", "", "British visa of January 2003"),
    (["BOL"], ["GBR"], "visa_free_visit", START, "2009-05", "exempt until the Visa Waiver Test of 2009"),
    (["BOL"], ["GBR"], "visa_required", "2009-06", "", "Visa Waiver Test; Home Office statement of 9 February 2009"),
    (["PER"], ["JPN"], "visa_free_visit", START, "1995-06", "exempt until the suspension of July 1995"),
    (["PER"], ["JPN"], "visa_required", "1995-07", "", "visa exemption suspended in July 1995"),
    (["COL"], ["JPN"], "visa_free_visit", START, "2004-01", "exempt until the suspension of February 2004"),
    (["COL"], ["JPN"], "visa_required", "2004-02", "", "visa exemption suspended in February 2004"),
    # --- visit visas: United States ----------------------------------------------------------------------------
    (["ARG"], ["USA", "PRI"], "visa_required", START, "1996-06", "before the Visa Waiver Program"),
    (["ARG"], ["USA", "PRI"], "visa_free_visit", "1996-07", "2002-01", "US Visa Waiver Program"),
    (["ARG"], ["USA", "PRI"], "visa_required", "2002-02", "", "waiver ended in February 2002"),
    (["URY"], ["USA", "PRI"], "visa_required", START, "1999-07", "before the Visa Waiver Program"),
    (["URY"], ["USA", "PRI"], "visa_free_visit", "1999-08", "2003-03", "US Visa Waiver Program"),
    (["URY"], ["USA", "PRI"], "visa_required", "2003-04", "", "waiver ended in April 2003"),
    (["CHL"], ["USA", "PRI"], "visa_required", START, "2014-02", "before the Visa Waiver Program"),
    (["CHL"], ["USA", "PRI"], "visa_free_visit", "2014-03", "", "US Visa Waiver Program"),
    # --- visit visas: Canada -----------------------------------------------------------------------------------
    (["MEX"], ["CAN"], "visa_free_visit", START, "2009-06", "exempt until the Canadian visa of July 2009"),
    (["MEX"], ["CAN"], "visa_required", "2009-07", "2016-11", "Canadian visa of July 2009"),
    (["MEX"], ["CAN"], "visa_free_visit", "2016-12", "", "Canadian exemption of December 2016"),
    (["LCA", "VCT"], ["CAN"], "visa_free_visit", START, "2012-08", "exempt until the Canadian visa of September 2012"),
    (["LCA", "VCT"], ["CAN"], "visa_required", "2012-09", "", "Canadian visa of September 2012"),
    (["ATG"], ["CAN"], "visa_free_visit", START, "2017-05", "exempt until the Canadian visa of June 2017"),
    (["ATG"], ["CAN"], "visa_required", "2017-06", "", "Canadian visa of June 2017"),
    (["CHL"], ["CAN"], "visa_required", "1996-06", "2014-10", "Canadian visa of June 1996"),
    (["CHL"], ["CAN"], "visa_free_visit", "2014-11", "", "Canadian exemption of November 2014"),
    # --- visit visas: Mexico -----------------------------------------------------------------------------------
    (["BRA"], ["MEX"], "visa_required", "2005-10", "2013-04", "Mexican visa of October 2005"),
    (["BRA"], ["MEX"], "visa_free_visit", "2013-05", "", "agreement of Brazil and Mexico of 2013"),
    (["ECU"], ["MEX"], "visa_required", "2005-10", "2018-10", "Mexican visa of October 2005 (announced in September)"),
    (["ECU"], ["MEX"], "visa_free_visit", "2018-11", "", "agreement of Ecuador and Mexico of 2018"),
    (["COL", "PER"], ["MEX"], "visa_required", START, "2012-10", "Mexican visa (since when is not known)"),
    (["COL", "PER"], ["MEX"], "visa_free_visit", "2012-11", "", "Mexican exemption of November 2012 (Pacific Alliance)"),
    # --- visit visas: South America and Caribbean --------------------------------------------------------------
    (["CUB"], ["ECU"], "visa_free_visit", "2008-06", "2015-11", "Ecuadorian waiver for all of June 2008"),
    (["CUB"], ["ECU"], "visa_required", "2015-12", "", "Ecuadorian visa of December 2015"),
    (["VEN"], ["ECU"], "visa_required", "2019-08", "", "Executive Decree 826/2019 of Ecuador"),
    (["VEN"], ["PER"], "visa_required", "2019-06", "", "Peruvian humanitarian visa of June 2019"),
    (["HTI"], ["PER"], "visa_free_visit", START, "2011-12", "exempt until Supreme Decree 001-2012-RE of Peru"),
    (["HTI"], ["PER"], "visa_required", "2012-01", "", "Supreme Decree 001-2012-RE of Peru"),
    (["HTI"], ["CHL"], "visa_required", "2018-04", "", "Chilean consular visa of April 2018"),
    (["HTI"], ["CHL"], "visa_free_visit", START, "2018-03", "exempt until the Chilean consular visa of April 2018"),
    (["VEN"], ["CHL"], "visa_required", "2019-06", "", "Chilean consular visa of June 2019"),
    (["VEN"], ["CHL"], "visa_free_visit", START, "2019-05", "exempt until the Chilean consular visa of June 2019"),
    (["DOM"], ["CHL"], "visa_free_visit", START, "2012-08", "exempt until the Chilean visa of September 2012"),
    (["DOM"], ["CHL"], "visa_required", "2012-09", "", "Chilean visa of September 2012"),
    (["VEN"], ["PAN"], "visa_required", "2017-10", "", "Executive Decree 473/2017 of Panama"),
    (["VEN"], ["PAN"], "visa_free_visit", START, "2017-09", "exempt until Executive Decree 473/2017 of Panama"),
    (["VEN"], ["TTO"], "visa_required", "2019-06", "", "visa of Trinidad and Tobago of June 2019"),
    (["VEN"], ["TTO"], "visa_free_visit", START, "2019-05", "exempt until the visa of June 2019"),
    (["VEN"], ["DOM"], "visa_free_visit", START, "2019-11", "exempt until the Dominican visa of December 2019"),
    (["VEN"], ["DOM"], "visa_required", "2019-12", "", "Dominican visa of December 2019"),
    (["VEN"], ["PER"], "visa_free_visit", START, "2019-05", "exempt until the Peruvian humanitarian visa of June 2019"),
    (["VEN"], ["ECU"], "visa_free_visit", START, "2019-07", "exempt until Executive Decree 826/2019 of Ecuador"),
]


def entry_rights(declared):
    """One row a right; origins inside keep to declared corridors, outside origins to the outside places."""
    known = set(declared)
    inside = {origin for origin, _ in known}
    rows = []
    for origins, destinations, right, start, end, source in RIGHTS:
        for origin in origins:
            for destination in destinations:
                pair = (origin, destination)
                if origin != destination and (pair in known or origin not in inside):
                    rows.append(dict(zip(COLUMNS, (*pair, right, start, end, source))))
    # A pair named by two groups of one agreement is written once.
    return pd.DataFrame(rows).drop_duplicates(["origin", "destination", "right", "from"])
