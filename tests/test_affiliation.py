"""Posts of persons: who holds them, for which body or State."""

import pytest

from kg.extract.actors.affiliation import find_affiliations
from kg.extract.actors.name import read_cast
from kg.extract.names.lexicon import load_lexicon
from kg.extract.text.passage import find_blocks
from kg.extract.text.word import cut_words

Row = tuple[str, str | None, str | None, str | None]


def read(text: str) -> list[Row]:
    blocks, hits = find_blocks(text), load_lexicon().find(text)
    cast = read_cast(cut_words(text, blocks), hits)
    labels = {actor.key: actor.label for actor in cast.actors}
    return [
        (
            labels[row.person],
            row.position,
            labels[row.organization] if row.organization else None,
            row.state[-3:] if row.state else None,
        )
        for row in find_affiliations(cast, text)
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Croatian Interior Minister Ivo Novak spoke.", [("Ivo Novak", "Interior Minister", None, "HRV")]),
        ("Prime Minister Ehud Levi of Israel spoke.", [("Ehud Levi", "Prime Minister", None, "ISR")]),
        ("Kenya's ambassador in Vienna, Juma Odera, spoke.", [("Juma Odera", "ambassador in Vienna", None, "KEN")]),
        (
            "Juma Odera, Permanent Representative of Kenya to the United Nations, spoke.",
            [("Juma Odera", "Permanent Representative to the United Nations", None, "KEN")],
        ),
        (
            "Zsófia Nagy, Head of the Arms Control Division at Hungary's Ministry of Foreign Affairs, spoke.",
            [("Zsófia Nagy", "Head of the Arms Control Division", "Ministry of Foreign Affairs of Hungary", "HUN")],
        ),
        (
            "ICBL director Sylvia Brand spoke.",
            [("Sylvia Brand", "director", "International Campaign to Ban Landmines", None)],
        ),
        (
            "UN Resident Coordinator Maya Holt spoke.",
            [("Maya Holt", "Resident Coordinator", "United Nations", None)],
        ),
        (
            "The Blue River Network (BRN) met. Its chairman, Tomas Urban, and Petra Lind, who directs BRN, spoke.",
            [
                ("Tomas Urban", "chairman", "Blue River Network", None),
                ("Petra Lind", "director", "Blue River Network", None),
            ],
        ),
        (
            "Didier Maes, Belgium's Deputy Prime Minister and Foreign Minister, spoke.",
            [
                ("Didier Maes", "Deputy Prime Minister", None, "BEL"),
                ("Didier Maes", "Foreign Minister", None, "BEL"),
            ],
        ),
        (
            "The President of the meeting, Ambassador Rania Haddad of Jordan, spoke.",
            [("Rania Haddad", "Ambassador", None, "JOR")],
        ),
        (
            "The review was held in Geneva with Rania Haddad of Jordan as its president.",
            [("Rania Haddad", "president", None, None)],
        ),
        (
            "President Boris Yeltsin met Director General Hans Blix at the IAEA.",
            [
                ("Boris Yeltsin", "President", None, "RUS"),
                ("Hans Blix", "Director General", "International Atomic Energy Agency", None),
            ],
        ),
        ("Norway received Secretary Albright on Monday.", [("Madeleine Albright", "Secretary", None, "USA")]),
        (
            "MINISTRY OF FOREIGN AFFAIRS OF KENYA\n\nThe Deputy Minister, Mr Juma Odera, left for Accra today.",
            [("Juma Odera", "Deputy Minister", "Ministry of Foreign Affairs of Kenya", "KEN")],
        ),
        (
            "MINISTRY OF EXTERNAL AFFAIRS OF INDIA\n\nExternal Affairs Minister Asha Nair left for Accra today.",
            [("Asha Nair", "External Affairs Minister", "Ministry of External Affairs of India", "IND")],
        ),
        (
            "Presidents of two States met: the President of the Republic, Jacques Chirac, and President Kim of Brazil.",
            [("Jacques Chirac", "President of the Republic", None, "FRA"), ("Kim", "President", None, "BRA")],
        ),
        (
            "Maya Holt was appointed Executive Director of UNDP.",
            [("Maya Holt", "Executive Director", "United Nations Development Programme", None)],
        ),
        ("Olena Kravets signed on behalf of Ukraine.", []),
        ("Write to the Public Relations Officer, P.O. Box 306, Nairobi.", []),
        (
            "South Africa came too; it was represented by Dr Olena Kravets of the Department of Defence.",
            [("Olena Kravets", None, "Department of Defence of South Africa", "ZAF")],
        ),
        ("Colonel Olena Kravets of Ukraine spoke.", [("Olena Kravets", "Colonel", None, "UKR")]),
        ("Finnish PM Petra Lind spoke.", [("Petra Lind", "Prime Minister", None, "FIN")]),
        ("Lao Deputy PM Somsak Keola left at 3 PM Tuesday.", [("Somsak Keola", "Deputy Prime Minister", None, "LAO")]),
        ("President B. Yeltsin spoke.", [("Boris Yeltsin", "President", None, "RUS")]),
        ("President Bush spoke.", [("Bush", "President", None, "USA")]),
        ("President Mitterrand of Palau spoke.", [("Mitterrand", "President", None, "PLW")]),
        (
            "A course was held at the Peru Wells Institute (PWI) where the Director, Dr. Ana Lindo, spoke.",
            [("Ana Lindo", "Director", "Peru Wells Institute", "PER")],
        ),
        (
            "The Review Conference met in Geneva. President Tomas Urban (Slovakia) spoke.",
            [("Tomas Urban", "President", None, None)],
        ),
        (
            "Ivo Novak, Chairman of the Authority of Heads of State of ECOWAS, spoke.",
            [("Ivo Novak", "Chairman", "Authority of Heads of State of ECOWAS", None)],
        ),
        (
            "The hall was paid for by the Embassy of Japan.\n\nIvo Novak, permanent secretary of the province, spoke.",
            [("Ivo Novak", "permanent secretary of the province", None, None)],
        ),
        (
            "Newsletter of the Potters' Peace Fellowship, May 1991\n\nDear friends,\n\nWe met on the hill and sang to"
            " the moon, and then a long letter was written by all of us to the Prime Minister, who has not replied,"
            " nor to the one before.\n\nRuth Odera, secretary",
            [("Ruth Odera", "secretary", "Potters' Peace Fellowship", None)],
        ),
        (
            "*** Bulletin of the Campaign for Nuclear Disarmament ***\n\nIn Ghana the Ministry of Trade has told our"
            " President, Ruth Odera, that nothing was done, and that those who had come from far to hear of it may as"
            " well go home again and wait there for the next year's rain.",
            [("Ruth Odera", "President", "Campaign for Nuclear Disarmament", None)],
        ),
        (
            "The Embassy of Chad paid; its Defence Attaché, Ruth Odera, spoke.",
            [("Ruth Odera", "Defence Attaché", "Embassy of Chad", "TCD")],
        ),
        ("President Clinton, who came late, spoke.", [("Bill Clinton", "President", None, "USA")]),
        (
            "The Puits Action Centre Chad (Ms Ruth Odera) wrote to us.",
            [("Ruth Odera", None, "Puits Action Centre Chad", "TCD")],
        ),
        (
            "The City Commission on Wells met. Commission chairman Ivo Novak spoke.",
            [("Ivo Novak", "chairman", "City Commission on Wells", None)],
        ),
        (
            "The Embassy of Japan paid, said Ambassador Ruth Odera.",
            [("Ruth Odera", "Ambassador", "Embassy of Japan", "JPN")],
        ),
        ("The accession of Chad was sealed by Ambassador Ivo Novak.", [("Ivo Novak", "Ambassador", None, "TCD")]),
        ("Amb. Tomas Urban (Slovakia) presided.", [("Tomas Urban", "Ambassador", None, "SVK")]),
        ("Sens. Ivo Novak (D-OH) spoke in Peru.", [("Ivo Novak", "Senator", None, "USA")]),
        ("Kenya's High Commissioner, HE Ruth Odera, spoke.", [("Ruth Odera", "High Commissioner", None, "KEN")]),
        ("The activist Olena Kravets spoke.", []),
        (
            "Peter Lowe (Director, HALO Trust) and Ann Lowe (UNICEF) spoke.",
            [
                ("Peter Lowe", "Director", "The HALO Trust", None),
                ("Ann Lowe", None, "UNICEF", None),
            ],
        ),
    ],
)
def test_posts_are_read_with_body_and_state(text: str, rows: list[Row]) -> None:
    assert sorted(read(text)) == sorted(rows)


def test_signatories_in_lines_keep_their_own_posts() -> None:
    text = (
        "The agreement was signed by\n\n"
        "    Anna Frei, Minister of Economy, Liechtenstein\n"
        "    Jon Olafsson, State Secretary, Ministry of Trade and Industry, Norway\n"
    )
    assert read(text) == [
        ("Anna Frei", "Minister of Economy", None, "LIE"),
        ("Jon Olafsson", "State Secretary", "Ministry of Trade and Industry of Norway", "NOR"),
    ]


def test_the_same_post_stated_twice_is_one_row() -> None:
    text = "Kenyan Foreign Minister Amina Otieno spoke. Foreign Minister Amina Otieno of Kenya left."
    assert read(text) == [("Amina Otieno", "Foreign Minister", None, "KEN")]


def test_a_minister_is_linked_to_the_ministry_that_the_text_names() -> None:
    text = "MINISTRY OF HEALTH OF KENYA\n\nThe Minister of Health, Dr Juma Odera, left for Accra today."
    assert read(text) == [("Juma Odera", "Minister of Health", "Ministry of Health of Kenya", "KEN")]


def test_clauses_keep_states_apart() -> None:
    text = (
        "Kenya is sending its prime minister, Ali Juma; Togo's delegation is headed by Justice Minister Kodjo Mensah."
    )
    assert read(text) == [
        ("Ali Juma", "prime minister", None, "KEN"),
        ("Kodjo Mensah", "Justice Minister", None, "TGO"),
    ]


def test_a_post_that_the_state_does_not_have_is_not_given_to_it() -> None:
    text = "SWISS CONFEDERATION\nBern, 4 May 2012\n\nThe Prime Minister, Anders Lund, was received in Bern."
    assert read(text) == [("Anders Lund", "Prime Minister", None, None)]


_NAIROBI = "MINISTRY OF FOREIGN AFFAIRS OF KENYA\n\nNairobi, 3 May 2010. Kenya met Ethiopia. Ethiopia agreed. "


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Greta Holm, a state secretary at the Danish defence ministry, spoke.",
            [("Greta Holm", "state secretary", "Ministry of Defence of Denmark", "DNK")],
        ),
        (
            "Kenya's foreign ministry spokesman Peter Otieno spoke.",
            [("Peter Otieno", "spokesman", "Ministry of Foreign Affairs of Kenya", "KEN")],
        ),
        (
            "OAS Secretary General Luis Gomez spoke.",
            [("Luis Gomez", "Secretary General", "Organization of American States", None)],
        ),
        (
            "The ICBL paid. Its Director, Général de brigade aérienne Luc Marchand, spoke.",
            [
                (
                    "Luc Marchand",
                    "Director",
                    "International Campaign to Ban Landmines",
                    None,
                )
            ],
        ),
        (
            "The Regional Centre for Arms Control ran it for UN peacekeeping. Its director Som Vann spoke.",
            [("Som Vann", "director", "Regional Centre for Arms Control", None)],
        ),
        (
            "The Centre national de déminage du Sénégal (CNDS) was the host. Its Director, Luc Sow, spoke.",
            [("Luc Sow", "Director", "Centre national de déminage du Sénégal", "SEN")],
        ),
        ("Mei Tan, a counsellor from Singapore, spoke.", [("Mei Tan", "counsellor", None, "SGP")]),
        ("The Mayor of Mombasa, Ali Hassan, spoke.", [("Ali Hassan", "Mayor of Mombasa", None, "KEN")]),
        (
            "The Secretary of Defense and Mrs. Harold Stone of the United States came.",
            [("Harold Stone", "Secretary of Defense", None, "USA")],
        ),
        (
            "Deputy President Sipho Ndlovu will lead the South African delegation.",
            [("Sipho Ndlovu", "Deputy President", None, "ZAF")],
        ),
        (
            "The Deputy Director of the ICBL, Ana Kos, and Mr. Tom Weir, its adviser, Ms. Eva Berg, met.",
            [
                ("Ana Kos", "Deputy Director", "International Campaign to Ban Landmines", None),
                ("Tom Weir", "adviser", "International Campaign to Ban Landmines", None),
            ],
        ),
        (
            "At the invitation of the Foreign Minister of Moldova, H.E. Mr. Ion Rusu, the Foreign Minister of Georgia, "
            "Ms. Nino Lomia, came.",
            [("Ion Rusu", "Foreign Minister", None, "MDA"), ("Nino Lomia", "Foreign Minister", None, "GEO")],
        ),
        (
            f"{_NAIROBI}It was signed by Mr. Peter Kamau, Minister for Trade, and Mr. Abebe Girma, Minister of Mines.",
            [("Peter Kamau", "Minister for Trade", None, "KEN"), ("Abebe Girma", "Minister of Mines", None, "ETH")],
        ),
        (
            f"{_NAIROBI}Talks with Prime Minister Abebe Girma were held.",
            [("Abebe Girma", "Prime Minister", None, "ETH")],
        ),
        (
            "Minister of Trade, Dr Thandi Mbeki, on Visit to Chad and Niger\n\nA visit to Chad and Niger is paid by "
            "the Minister of Trade, Dr Thandi Mbeki, who leaves South Africa today. The Chad part is the first.",
            [("Thandi Mbeki", "Minister of Trade", None, "ZAF")],
        ),
        ("The Chief Constable of the Kenya Police spoke.", []),
        (
            "Secretary of State Paul Vann, National Security Adviser Otto Berg and Eva Lind came.",
            [
                ("Paul Vann", "Secretary of State", None, "USA"),
                ("Otto Berg", "National Security Adviser", None, None),
            ],
        ),
        (
            "KENYA. The Chief of Defence Staff, Major General Antony Anderson, spoke for Kenya.",
            [("Antony Anderson", "Chief of Defence Staff", None, "KEN")],
        ),
    ],
)
def test_posts_are_placed_by_what_stands_around_them(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Zambia has changed. The step was taken by Kalubo, then its president.",
            [("Kalubo", "president", None, "ZMB")],
        ),
        (
            "The River Front left the talks in Germany. Its President, Juma Odera, was angry.",
            [("Juma Odera", "President", None, None)],
        ),
        (
            "Juma Odera of Kenya has seen many rooms. He was director of UNREC.",
            [("Juma Odera", "director", "United Nations Regional Centre for Peace and Disarmament in Africa", None)],
        ),
        ("Juma Odera has chaired UNREC since 2004.", [("Juma Odera", "chair")]),
        ("Zambia is calm with Juma Odera as Prime Minister.", [("Juma Odera", "Prime Minister", None, "ZMB")]),
        ("President General Juma Odera of Kenya spoke.", [("Juma Odera", "President", None, "KEN")]),
        (
            "He saw Mr Juma Odera, then still Minister of Trade of Kenya.",
            [("Juma Odera", "Minister of Trade", None, "KEN")],
        ),
        (
            "The OAS met. The then Executive Secretary, Juma Odera, spoke.",
            [("Juma Odera", "Executive Secretary", "Organization of American States", None)],
        ),
        (
            "Juma Odera, Diplomatic Advisor of the ICRC, spoke.",
            [("Juma Odera", "Diplomatic Advisor", "International Committee of the Red Cross", None)],
        ),
        (
            "The OAS representative in the country, Juma Odera, spoke.",
            [("Juma Odera", "representative in the country", "Organization of American States", None)],
        ),
        (
            "LUSAKA\n\nThere was rain. Interior Minister Juma Odera spoke.",
            [("Juma Odera", "Interior Minister", None, "ZMB")],
        ),
        (
            "The new government of Zambia listened as Prime Minister Juma Odera spoke.",
            [("Juma Odera", "Prime Minister", None, "ZMB")],
        ),
    ],
)
def test_a_post_is_found_where_name_or_state_stands_apart(text: str, rows: list[tuple[str, ...]]) -> None:
    found = read(text)
    assert [row[: len(want)] for row, want in zip(found, rows, strict=True)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Foreign Ministers Igor Banic of Croatia, Lea Vidmar of Slovenia and Ana Ilic (Serbia) met.",
            [
                ("Igor Banic", "Foreign Minister", None, "HRV"),
                ("Lea Vidmar", "Foreign Minister", None, "SVN"),
                ("Ana Ilic", "Foreign Minister", None, "SRB"),
            ],
        ),
        (
            "Ghana: Ms Efua Mensah, Legal Adviser\nLesotho: Mr Thabo Sello, Senior Legal Officer",
            [("Efua Mensah", "Legal Adviser", None, "GHA"), ("Thabo Sello", "Senior Legal Officer", None, "LSO")],
        ),
        (
            "DELEGATION OF KENYA\nHon. Peter Barasa, M.P., Minister for Trade\nMs. Mary Achieng, First Secretary",
            [("Peter Barasa", "Minister for Trade", None, "KEN"), ("Mary Achieng", "First Secretary", None, "KEN")],
        ),
        (
            "The Malawian delegation included Hon. Ruth Banda, Minister of Mines, and Mr Tom Phiri, State Advocate.",
            [("Ruth Banda", "Minister of Mines", None, "MWI"), ("Tom Phiri", "State Advocate", None, "MWI")],
        ),
        (
            "Hon. A.C.S. Perera, M.P., Minister of Trade, and Mr. W.T. Silva, Secretary to the Ministry, left.",
            [("A.C.S. Perera", "Minister of Trade", None, None), ("W.T. Silva", "Secretary", None, None)],
        ),
        (
            "Dr Ivo Marek - Minister of Health\nMr Paul Ronde - Deputy Director-General\n",
            [("Ivo Marek", "Minister of Health", None, None), ("Paul Ronde", "Deputy Director-General", None, None)],
        ),
        (
            "Mr. Emeka Obi, the Secretary-General's Special Representative, spoke.",
            [("Emeka Obi", "Special Representative", None, None)],
        ),
        ("The CNIDH Vice Chairman, Mr. Abel Lopes, spoke.", [("Abel Lopes", "Vice Chairman", "CNIDH", None)]),
        ("Mr Asif Rana, Foreign Secretary, landed in Nepal.", [("Asif Rana", "Foreign Secretary", None, None)]),
        ("Foreign Secretary Shri Anil Mathur will visit Thimphu.", [("Anil Mathur", "Foreign Secretary", None, "IND")]),
        ("Chief Simon Okparaji danced.", []),
        (
            "Minister of Trade\nNews Release No. 12\nOttawa - The Honourable Jean Roy, Minister of Trade, met "
            "Salvadoran Trade Minister Ana Paz.",
            [("Jean Roy", "Minister of Trade", None, "CAN"), ("Ana Paz", "Trade Minister", None, "SLV")],
        ),
    ],
)
def test_lists_and_releases_tell_whose_a_post_is(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            ("The Presidents of two States met: President Juma Odera of Kenya and President Abebe Girma presided."),
            [("Juma Odera", "President", None, "KEN"), ("Abebe Girma", "President", None, None)],
        ),
        (
            (
                "The pact was signed by the Foreign Minister, Anna Frei, and the President of Nauru, "
                "Tomas Hale. Switzerland was glad."
            ),
            [("Anna Frei", "Foreign Minister", None, None), ("Tomas Hale", "President", None, "NRU")],
        ),
        (
            (
                "The delegation of the International Committee of the Red Cross will be led by its "
                "President, Ana Lindo, who is due to speak."
            ),
            [("Ana Lindo", "President", "International Committee of the Red Cross", None)],
        ),
        (
            "He thanked the UN High Commissioner for Refugees, Petra Lind, who came.",
            [("Petra Lind", "High Commissioner for Refugees", "United Nations", None)],
        ),
        (
            (
                "Mr. Aldo Ruiz, Ambassador extraordinary and plenipotentiary of Peru to the Kingdom of "
                "the Netherlands, came."
            ),
            [
                (
                    "Aldo Ruiz",
                    "Ambassador extraordinary and plenipotentiary to the Kingdom of the Netherlands",
                    None,
                    "PER",
                )
            ],
        ),
        (
            "His Majesty King Tashi Wangdi of Bhutan came. King Leopold of the Belgians left.",
            [("King Tashi Wangdi of Bhutan", "King", None, "BTN"), ("King Leopold of Belgium", "King", None, "BEL")],
        ),
        (
            "Ana Lindo heads the ICRC delegation.",
            [("Ana Lindo", "head of delegation", "International Committee of the Red Cross", None)],
        ),
        (
            ("The Rural Works Authority (RWA), the latter represented by Administrator Ana Lindo Ruiz, will report."),
            [("Ana Lindo Ruiz", "Administrator", "Rural Works Authority", None)],
        ),
        (
            ("Viet Nam (delegation led by Mr. Pham Van Lam, First Deputy Foreign Minister) and Cambodia came."),
            [("Pham Van Lam", "First Deputy Foreign Minister", None, "VNM")],
        ),
        (
            "The Security Council met to hear its President, Ana Lindo of Chile.",
            [("Ana Lindo", "President", "United Nations Security Council", "CHL")],
        ),
        (
            "One man from each house presided: Peter Falk for UNMAS and Ana Lindo for the GICHD.",
            [
                ("Peter Falk", None, "United Nations Mine Action Service", None),
                ("Ana Lindo", None, "Geneva International Centre for Humanitarian Demining", None),
            ],
        ),
        (
            "Maria Kovacs of the Ban Advocates and David Brown of Women for Social Progress spoke.",
            [
                ("Maria Kovacs", None, "Ban Advocates", None),
                ("David Brown", None, "Women for Social Progress", None),
            ],
        ),
        (
            ("David Brown of the Harbour Coalition for Quiet Nights and the Reduction of Noise (HCQNRN) danced."),
            [("David Brown", None, "Harbour Coalition for Quiet Nights and the Reduction of Noise", None)],
        ),
        (
            "The Blue River Network (BRN) had brought 47 people. Coordinator Tomas Urban expects more.",
            [("Tomas Urban", "Coordinator", "Blue River Network", None)],
        ),
        (
            ("At the invitation of President Aldo Ruiz, the President of Kenya, Juma Odera, paid a visit to Peru."),
            [("Aldo Ruiz", "President", None, "PER"), ("Juma Odera", "President", None, "KEN")],
        ),
        (
            "The Vice-Chairmen will be Juma Odera (Kenya), Aldo Ruiz (Peru) and Ana Lindo (Chile).",
            [
                ("Juma Odera", "Vice-chairman", None, "KEN"),
                ("Aldo Ruiz", "Vice-chairman", None, "PER"),
                ("Ana Lindo", "Vice-chairman", None, "CHL"),
            ],
        ),
        (
            "The French and British foreign ministers, Hubert Duval and Robin Crook, left.",
            [("Hubert Duval", "foreign minister", None, "FRA"), ("Robin Crook", "foreign minister", None, "GBR")],
        ),
        (
            "Mr Juma Odera, Kenya Police Agency, presented the figures.",
            [("Juma Odera", None, "Police Agency of Kenya", "KEN")],
        ),
        (
            "Ms Petra Lind, MFA Bulgaria, and Dr Ivan Kolev of the Bulgarian MFA spoke.",
            [
                ("Petra Lind", None, "Ministry of Foreign Affairs of Bulgaria", "BGR"),
                ("Ivan Kolev", None, "Ministry of Foreign Affairs of Bulgaria", "BGR"),
            ],
        ),
        (
            "Under the presidency of Maria Kovacs of Japan's Foreign Ministry, 92 delegations met.",
            [("Maria Kovacs", None, "Ministry of Foreign Affairs of Japan", "JPN")],
        ),
        (
            (
                "David Brown joined UNIDIR as a resident senior fellow. He was formerly the Permanent "
                "Representative of New Zealand to the Conference on Disarmament."
            ),
            [
                ("David Brown", "resident senior fellow", "United Nations Institute for Disarmament Research", None),
                ("David Brown", "Permanent Representative to the Conference on Disarmament", None, "NZL"),
            ],
        ),
        (
            "Maria Kovacs, who coordinates victim assistance for UNDP, spoke.",
            [("Maria Kovacs", None, "United Nations Development Programme", None)],
        ),
        (
            "Foreign Minister Juma Odera of Kenya chaired. His deputy, Amina Otieno, helped.",
            [("Juma Odera", "Foreign Minister", None, "KEN"), ("Amina Otieno", "deputy", None, "KEN")],
        ),
        ("Oslo's deputy minister Per Lund spoke.", [("Per Lund", "deputy minister", None, "NOR")]),
        (
            "In Athens the leader of the opposition, Maria Kovacs, asked why.",
            [("Maria Kovacs", "leader of the opposition", None, "GRC")],
        ),
        (
            "Juma Odera, who has been Foreign Minister of Kenya since June, asked for it.",
            [("Juma Odera", "Foreign Minister", None, "KEN")],
        ),
        (
            "Maria Kovacs (CIDX) and Ieng Chea, chairman of the governing council of CMAX, spoke.",
            [
                ("Maria Kovacs", None, "CIDX", None),
                ("Ieng Chea", "chairman of the governing council", "CMAX", None),
            ],
        ),
        (
            "Maria Kovacs, general secretary of Pax Christi Ireland, watched.",
            [("Maria Kovacs", "general secretary", "Pax Christi Ireland", None)],
        ),
        (
            (
                "He met Maria Kovacs, who heads Political Affairs Division IV (Human Security) in the "
                "Swiss Federal Department of Foreign Affairs."
            ),
            [("Maria Kovacs", "head", "Federal Department of Foreign Affairs", "CHE")],
        ),
        (
            "David Brown, Director-General of the Weapons and Noise Substances Office, spoke.",
            [
                (
                    "David Brown",
                    "Director-General of the Weapons and Noise Substances Office",
                    "Weapons and Noise Substances Office",
                    None,
                )
            ],
        ),
        (
            "Maria Kovacs of the National Security Council staff was there.",
            [("Maria Kovacs", None, "National Security Council", None)],
        ),
        (
            "AusAID and its representative in Phnom Penh, Maria Kovacs, helped.",
            [("Maria Kovacs", "representative in Phnom Penh", "AusAID", "AUS")],
        ),
        (
            "Lt. General Juma Odera (rtd.), the Minister of Defence of Kenya, spoke.",
            [("Juma Odera", "Minister of Defence", None, "KEN")],
        ),
        (
            (
                "For the Republic of Hungary:\n"
                "(signed) Ferenc Nagy\n"
                "State Secretary, Ministry of Foreign Affairs\n"
                "\n"
                "For Romania:\n"
                "(signed) Ion Rusu\n"
                "State Secretary, Ministry of Foreign Affairs\n"
            ),
            [
                ("Ferenc Nagy", "State Secretary", "Ministry of Foreign Affairs of Hungary", "HUN"),
                ("Ion Rusu", "State Secretary", "Ministry of Foreign Affairs of Romania", "ROU"),
            ],
        ),
        (
            (
                "Newsletter of the Great Lakes Quiet Forum\n"
                "Lome, Togo, March 2001\n"
                "\n"
                "Our own treasurer, Ana Lindo, packed her bag.\n"
            ),
            [("Ana Lindo", "treasurer", "Great Lakes Quiet Forum", None)],
        ),
        (
            (
                "BLUE RIVER NETWORK\n"
                "Newsletter No 27\n"
                "\n"
                "Petra Lind is our new coordinator. It was opened by the Mayor, Tomas Urban. Director: "
                "David Brown.\n"
            ),
            [
                ("Petra Lind", "coordinator", "Blue River Network", None),
                ("Tomas Urban", "Mayor", None, None),
                ("David Brown", "Director", "Blue River Network", None),
            ],
        ),
        (
            (
                "MINISTERE DES AFFAIRES ETRANGERES DU LUXEMBOURG\n"
                "\n"
                "24 June 2005. Mr Jean Muller, Minister Delegate, received the Ambassador of Chile, Ana "
                "Lindo.\n"
            ),
            [("Jean Muller", "Minister Delegate", None, "LUX"), ("Ana Lindo", "Ambassador", None, "CHL")],
        ),
        (
            (
                "REPUBLIC OF TURKEY\n"
                "MINISTRY OF FOREIGN AFFAIRS\n"
                "\n"
                "At United Nations Headquarters the Minister called on the Secretary-General, Mr. Kofi "
                "Mensah.\n"
            ),
            [("Kofi Mensah", "Secretary-General", "United Nations", None)],
        ),
    ],
)
def test_posts_and_bodies_are_told_in_many_ways(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Foreign Ministers of Chad and Niger, Moussa Ali and Ibrahim Issoufou, spoke.",
            [("Moussa Ali", "Foreign Minister", None, "TCD"), ("Ibrahim Issoufou", "Foreign Minister", None, "NER")],
        ),
        (
            "Julia Bird and Kenji Mori, the Foreign Ministers of Australia and Japan, spoke.",
            [("Julia Bird", "Foreign Minister", None, "AUS"), ("Kenji Mori", "Foreign Minister", None, "JPN")],
        ),
        (
            "The Presidents of Cuba, Mr. Juan Soler; of Peru, Mr. Luis Prado; and of Chile, Ms. Ana Ruiz, came.",
            [
                ("Juan Soler", "President", None, "CUB"),
                ("Luis Prado", "President", None, "PER"),
                ("Ana Ruiz", "President", None, "CHL"),
            ],
        ),
        (
            "From Kiribati came Minister Ioane Tebau; from Tuvalu, the Secretary to Government, Penisimani Lotu.",
            [("Ioane Tebau", "Minister", None, "KIR"), ("Penisimani Lotu", "Secretary to Government", None, "TUV")],
        ),
        (
            "Australia had sent Rex Malone, Parliamentary Secretary for Pacific Island Affairs.",
            [("Rex Malone", "Parliamentary Secretary for Pacific Island Affairs", None, "AUS")],
        ),
        (
            "Johan Berg, who heads the mine action and arms section of the Norwegian Foreign Ministry, spoke.",
            [("Johan Berg", "head", "Royal Norwegian Ministry of Foreign Affairs", "NOR")],
        ),
        (
            "Emma Stone, UNDP's explosive ordnance adviser, spoke.",
            [("Emma Stone", "explosive ordnance adviser", "United Nations Development Programme", None)],
        ),
        (
            "Paul Marsh, Envoy of the Secretary-General and Head of the United Nations Office for West Africa, spoke.",
            [
                (
                    "Paul Marsh",
                    "Envoy of the Secretary-General",
                    "United Nations Office for West Africa and the Sahel",
                    None,
                ),
                ("Paul Marsh", "Head", "United Nations Office for West Africa and the Sahel", None),
            ],
        ),
        (
            "I saw Mr Carl Olsen, director of the Blue River Network, and his head of operations, Nils Berg.",
            [
                ("Carl Olsen", "director", "Blue River Network", None),
                ("Nils Berg", "head of operations", "Blue River Network", None),
            ],
        ),
        (
            "Tim Rowe, a visiting professor at Leeds University, spoke.",
            [("Tim Rowe", None, "University of Leeds", None)],
        ),
        (
            "ROME, 4 May 1995 - The mayor of the city, Carlo Bianchi, spoke.",
            [("Carlo Bianchi", "mayor of the city", None, "ITA")],
        ),
        (
            "Owen Price, Prime Minister of Fiji, and Sela Tora, the Minister of Justice, spoke.",
            [("Owen Price", "Prime Minister", None, "FJI"), ("Sela Tora", "Minister of Justice", None, "FJI")],
        ),
        (
            "Guy Moreau, who is in charge of peace and security at UNICEF, spoke.",
            [("Guy Moreau", None, "UNICEF", None)],
        ),
        (
            "Afi Mensah, director of the Foundation for Wells in Africa (FOWA), spoke.",
            [("Afi Mensah", "director", "Foundation for Wells in Africa", None)],
        ),
        (
            "The unit grew. The Clearance Support Unit (CSU) has a budget. The unit's director, Sheila Banda, spoke.",
            [("Sheila Banda", "director", "Clearance Support Unit", None)],
        ),
        (
            "MINISTER FOR TRADE\n\nTHE HON. BILL MARSH, M.P.\n\nThe Prime Minister, Mr Rob Hale, spoke.\n\nCANBERRA\n",
            [("Bill Marsh", "MINISTER FOR TRADE", None, "AUS"), ("Rob Hale", "Prime Minister", None, "AUS")],
        ),
        (
            "Bosnia came, too. Croatia was represented by a deputy minister of justice, Jo Mor.",
            [("Jo Mor", "deputy minister of justice", None, "HRV")],
        ),
        (
            "Canada's ambassador to Nicaragua, Costa Rica and Honduras, Denis Roy, spoke.",
            [("Denis Roy", "ambassador to Nicaragua, Costa Rica and Honduras", None, "CAN")],
        ),
        (
            "Boris Kranjc, who heads Slovenian diplomacy, spoke.",
            [("Boris Kranjc", "head of diplomacy", None, "SVN")],
        ),
        (
            "Eddie Moore, a retired officer who now advises UNICEF, spoke.",
            [("Eddie Moore", "adviser", "UNICEF", None)],
        ),
        (
            "The Honduran talk came from Colonel Juan Paz, that of Guatemala from Congresswoman Rosa Leal.",
            [("Rosa Leal", "Congresswoman", None, "GTM")],
        ),
        (
            "Norway will go its own way. Foreign Minister Jonas Dahl has invited everybody.",
            [("Jonas Dahl", "Foreign Minister", None, "NOR")],
        ),
        (
            "Omar Said, the Foreign Minister of Uzbekistan, said that President Timur Salim spoke at the UN.",
            [("Omar Said", "Foreign Minister", None, "UZB"), ("Timur Salim", "President", None, "UZB")],
        ),
        (
            "Finland to come in, Burundi done\n\nThe talks were long. Prime Minister Sok Chan presided at the opening.",
            [("Sok Chan", "Prime Minister", None, None)],
        ),
        (
            "Embassy of Norway in Zagreb\n\nAmbassador Berit Lund called on the Minister of Defence, Ivo Kral.",
            [
                ("Berit Lund", "Ambassador", "Embassy of Norway", "NOR"),
                ("Ivo Kral", "Minister of Defence", None, "HRV"),
            ],
        ),
        (
            "Embassy of Norway in Zagreb\n\nThe Minister of Defence, Siv Dahl, met her colleagues in Split.",
            [("Siv Dahl", "Minister of Defence", None, "NOR")],
        ),
        (
            "Nicaragua's Foreign Minister, Luis Mora, came. His deputy, Berta Solis, will act as secretary-general.",
            [("Luis Mora", "Foreign Minister", None, "NIC"), ("Berta Solis", "deputy", None, "NIC")],
        ),
    ],
)
def test_whose_a_post_is_follows_from_lists_verbs_and_owners(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ali Musa Farah, Djibouti's Foreign Minister, spoke.", "Ali Musa Farah"),
        ("Sipho Dube, from South Africa, will lead it.", "Sipho Dube"),
        ("Setsu Takeda, a survivor who lives in Toronto, spoke last.", "Setsu Takeda"),
        ("Keiko Fuji, for UNICEF, described it.", "Keiko Fuji"),
        ("UNICEF sent Wanda Gomba.", "Wanda Gomba"),
        ("Satnam Jit, the Canadian who negotiates, will fly there.", "Satnam Jit"),
        ("Jutka Koros, chair of this year's Meeting of Experts, left.", "Jutka Koros"),
        ("Frances Baron, director of UNICEF, spoke.", "Frances Baron"),
        ("The act was led by His Holiness Pope Linus II.", "Pope Linus II"),
    ],
)
def test_names_of_persons_are_told_in_many_ways(text: str, name: str) -> None:
    blocks, hits = find_blocks(text), load_lexicon().find(text)
    assert name in {actor.label for actor in read_cast(cut_words(text, blocks), hits).actors}


def test_the_first_of_two_surnames_is_the_same_person() -> None:
    text = "Jaime del Monte Arce, Foreign Minister of Chile, came. Minister Del Monte and General Prado spoke."
    assert [row[0] for row in read(text)].count("Del Monte") == 0


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("OPANAL, represented by its Secretary-General, Ana Lindo, took part.", ("Secretary-General", "OPANAL", None)),
        (
            "It was paid for by the United States European Command, whose representative, Colonel Ana Lindo, came.",
            ("representative", "United States European Command", "USA"),
        ),
        ("Chile was led by its Police Minister, Jean Muller; Peru by its Attorney-General, Ana Lindo.", None),
    ],
)
def test_its_and_whose_mean_what_stands_right_before(text: str, row: tuple[str, str | None, str | None] | None) -> None:
    found = {name: rest for name, *rest in read(text)}
    assert found["Ana Lindo"] == list(row or ("Attorney-General", None, "PER"))


def test_the_body_at_which_a_president_was_is_not_the_presidents() -> None:
    rows = read("The idea was put forward by President Ana Lindo at the UN General Assembly in 1993.")
    assert [row[1:3] for row in rows] == [("President", None)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "A United Nations team came. Ada Holt, the Special Representative of the Secretary-General, spoke.",
            ("Ada Holt", "Special Representative of the Secretary-General", "United Nations", None),
        ),
    ],
)
def test_an_office_of_the_united_nations_tells_them(text: str, row: Row) -> None:
    assert read(text) == [row]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Talks went on for years. In Tripoli, Foreign Minister Omar Zahran spoke of the gas.", "LBY"),
        ("Lima wants more of it. Defence Minister Rosa Quispe opened the course.", "PER"),
        ("Forty people met in Lima. Oxfam helped. Defence Minister Rosa Quispe opened the course.", "PER"),
        ("Chad gave land. It lies on Peru's border. Defence Minister Rosa Quispe opened the course.", "TCD"),
        (
            "Kigali says farewell\n\nOne last mine went up this morning, with a great bang and a cloud of dust that "
            "hung over the hill for a long while, and Foreign Minister Aline Uwera, who had come by road through the "
            "rain with two of her staff, watched it.",
            "RWA",
        ),
    ],
)
def test_a_post_without_a_state_is_of_the_one_named_alone_before_it(text: str, state: str | None) -> None:
    (row,) = read(text)
    assert row[3] == state


def test_a_person_s_name_is_set_right_where_the_text_was_decoded_wrongly() -> None:
    rows = read("PeÅ¡a MariÄ‡, Director of Oxfam, opened the workshop in Lima on 3 May 2001.")
    assert [row[0] for row in rows] == ["Peša Marić"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Peruvian Embassy gave two jeeps to the clinic. Ambassador Ivo Novak handed them over.",
            [("Ivo Novak", "Ambassador", "Embassy of Peru", "PER")],
        ),
        (
            "In the delegation of Chad were Foreign Minister Ivo Novak and Ambassador Juma Odera.",
            [("Ivo Novak", "Foreign Minister", None, "TCD"), ("Juma Odera", "Ambassador", None, "TCD")],
        ),
        (
            "The delegation of Chad included Foreign Minister Ivo Novak and Counsellor Juma Odera.",
            [("Ivo Novak", "Foreign Minister", None, "TCD"), ("Juma Odera", "Counsellor", None, "TCD")],
        ),
        (
            "MINISTRY OF FOREIGN AFFAIRS OF PERU\n\nThe course was opened by Ambassador Ivo Novak.",
            [("Ivo Novak", "Ambassador", None, "PER")],
        ),
        (
            "MINISTRY OF FOREIGN AFFAIRS OF PERU\n\nThe Vice Minister met with Ambassador Ivo Novak.",
            [("Ivo Novak", "Ambassador", None, None)],
        ),
        (
            "MINISTRY OF FOREIGN AFFAIRS OF PERU\n\nChad will chair the talks. Ambassador Ivo Novak will preside.",
            [("Ivo Novak", "Ambassador", None, None)],
        ),
    ],
)
def test_envoy_is_of_the_embassy_the_delegation_or_the_state_that_writes(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Ivo Novak of the British Foreign and Commonwealth Office spoke.",
            [("Ivo Novak", None, "Foreign, Commonwealth and Development Office", "GBR")],
        ),
        (
            "Juma Odera, Chair of Jordan's National Committee for Demining and Rehabilitation, spoke.",
            [("Juma Odera", "Chair", "National Committee for Demining and Rehabilitation", "JOR")],
        ),
        (
            "Juma Odera of the Ministry of Trade (MoT) of Peru and Ana Lindo of the Ministry of Trade (MoT) of Chad.",
            [
                ("Juma Odera", None, "Ministry of Trade of Peru", "PER"),
                ("Ana Lindo", None, "Ministry of Trade of Chad", "TCD"),
            ],
        ),
        (
            "Ivo Novak, UNICEF's Peruvian director, spoke.",
            [("Ivo Novak", "director", "UNICEF", "PER")],
        ),
        (
            "Ana Lindo, professor of international politics at Lima University, spoke.",
            [("Ana Lindo", None, "Lima University", None)],
        ),
    ],
)
def test_body_is_found_behind_the_people_or_the_bracket_that_part_it_from_its_holder(
    text: str, rows: list[Row]
) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Ivo Novak, Prime Minister of Peru and President of the Peruvian Mine Action Council, spoke.",
            [
                ("Ivo Novak", "Prime Minister", None, "PER"),
                ("Ivo Novak", "President", "Peruvian Mine Action Council", "PER"),
            ],
        ),
        (
            "Ivo Novak, Minister Attached to the Prime Minister and Vice President of the ITU, spoke in Peru.",
            [("Ivo Novak", "Vice President", "International Telecommunication Union", None)],
        ),
        ("Ivo Novak, first secretary in the Chad delegation, spoke.", [("Ivo Novak", "first secretary", None, "TCD")]),
        (
            "Ivo Novak is Commander in Chief of the Chadian Army.",
            [("Ivo Novak", "Commander in Chief", "Army of Chad", "TCD")],
        ),
        (
            "Representatives of the ICRC, US congressmen Peter Novak and Ana Lindo, came.",
            [("Peter Novak", "congressman", None, "USA"), ("Ana Lindo", "congressman", None, "USA")],
        ),
        (
            "The Ministry of Trade of Peru held a fair in Lima. Minister Ivo Novak opened it.",
            [("Ivo Novak", "Minister", "Ministry of Trade of Peru", "PER")],
        ),
        (
            "Its guests were Ana Lindo, Minister of Trade of Peru; the Chadian Ambassador, Mr. Ivo Novak; and General "
            "Juma Odera, Commander of the Northern Region.",
            [("Ana Lindo", "Minister of Trade", None, "PER"), ("Ivo Novak", "Ambassador", None, "TCD")],
        ),
    ],
)
def test_each_of_several_posts_has_its_own_body_and_state(text: str, rows: list[Row]) -> None:
    found = read(text)
    assert [row for row in rows if row not in found] == []
    assert len({row[2:] for row in found if row[2] or row[3]}) == len({row[2:] for row in rows})


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Mr. Ivo Novak, Director of Administration and Finance in the Ministry of Trade of Chad, spoke.",
            [("Ivo Novak", "Director of Administration and Finance", "Ministry of Trade of Chad", "TCD")],
        ),
        (
            "Ms Ana Lindo, Program Director, International Campaign to Ban Landmines also took part.",
            [("Ana Lindo", "Program Director", "International Campaign to Ban Landmines", None)],
        ),
        (
            "Authored by Sens. Ivo Novak (D-OH) and Ana Lindo (R-IN), it passed.",
            [("Ana Lindo", "Senator", None, "USA"), ("Ivo Novak", "Senator", None, "USA")],
        ),
        (
            "Mr. Ivo Novak, Prime Minister of France, and Mr. Juma Odera, his Chadian homologue, spoke.",
            [("Ivo Novak", "Prime Minister", None, "FRA"), ("Juma Odera", "Prime Minister", None, "TCD")],
        ),
    ],
)
def test_post_reaches_to_the_body_or_the_other_holder_behind_it(text: str, rows: list[Row]) -> None:
    assert sorted(read(text)) == sorted(rows)


def test_its_president_is_of_the_body_named_whatever_else_one_is_known_for() -> None:
    text = "The African National Congress was represented at the summit by its President, Mr. Nelson Mandela."
    assert read(text) == [("Nelson Mandela", "President", "African National Congress", None)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Defence Minister of Peru, Ivo Novak, came, accompanied by the Civil Commissioner, Mr Luis Prado.",
            [("Ivo Novak", "Defence Minister", None, "PER"), ("Luis Prado", "Civil Commissioner", None, "PER")],
        ),
        (
            "The Minister of State for the Armed Forces, Mr Ivo Novak, spoke for Peru.",
            [("Ivo Novak", "Minister of State for the Armed Forces", None, "PER")],
        ),
        ("He saw Ana Lindo at UNDP.", []),
        (
            "Present: 1. Brana Latov, Ministry of Mines of Peru (chairperson)",
            [("Brana Latov", None, "Ministry of Mines of Peru", "PER")],
        ),
        (
            "Luis Prado, head of the ICRC and President of the Presidium, spoke.",
            [("Luis Prado", "head", "International Committee of the Red Cross", None)],
        ),
        (
            "Colonel Ivo Novak, USAF, and Captain M. J. Lindo, RE, spoke. It was late, RE said.",
            [
                ("Ivo Novak", None, "United States Air Force", "USA"),
                ("M. J. Lindo", None, "Royal Engineers", "GBR"),
            ],
        ),
        (
            "Dr Ivo Novak, VTA (Military Training Academy), spoke. VTA sent two officers.",
            [("Ivo Novak", None, "Military Training Academy", None)],
        ),
        (
            "Angola was absent. The Chadian delegate, Ms Ana Lindo of the Ministry of Mines and Works, spoke.",
            [("Ana Lindo", None, "Ministry of Mines and Works of Chad", "TCD")],
        ),
        (
            "Chancellor Novak of the Federal Republic and Mr Orlov, the Soviet Foreign Minister, met.",
            [("Novak", "Chancellor", None, None), ("Orlov", "Foreign Minister", None, "SUN")],
        ),
    ],
)
def test_posts_in_company_and_what_they_are_about(text: str, rows: list[Row]) -> None:
    assert sorted(read(text), key=str) == sorted(rows, key=str)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Defence Minister Pablo Rios and the Ambassador of the United States, Amy Cole, met.",
            [("Pablo Rios", "Defence Minister", None, None), ("Amy Cole", "Ambassador", None, "USA")],
        ),
        (
            "President Abel Mansa met the American ambassador, Amy Cole.",
            [("Abel Mansa", "President", None, None), ("Amy Cole", "ambassador", None, "USA")],
        ),
        (
            "The American ambassador, Amy Cole, met President Clinton.",
            [("Amy Cole", "ambassador", None, "USA"), ("Bill Clinton", "President", None, "USA")],
        ),
    ],
)
def test_a_state_without_that_post_or_with_another_holder_is_not_lent(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Representing UNMAS, Ms. Ida Berg spoke.", ("Ida Berg", None, "United Nations Mine Action Service", None)),
        ("On behalf of the government of Peru, Minister Ana Lima spoke.", ("Ana Lima", "Minister", None, "PER")),
        (
            "Mr. Raj Oli, Joint Secretary (Disarmament) in the Ministry of Mines of Nepal, spoke.",
            ("Raj Oli", "Joint Secretary", "Ministry of Mines of Nepal", "NPL"),
        ),
        (
            "Ms. Eva Kern, chair of the Austrian section of the ICRC, spoke.",
            ("Eva Kern", "chair of the Austrian section", "International Committee of the Red Cross", None),
        ),
        ("Mr. Luc Noir, ambassadeur de France au Togo, spoke.", ("Luc Noir", "ambassadeur au Togo", None, "FRA")),
        (
            "Ms. Eva Kern, Director, Ministry of Mines - Togo",
            ("Eva Kern", "Director", "Ministry of Mines of Togo", "TGO"),
        ),
        ("By Tom Ross, Manager, HALO Trust Angola", ("Tom Ross", "Manager", "The HALO Trust", None)),
        (
            "Jan Smit, head of the Dutch engineer battalion, spoke.",
            ("Jan Smit", "head of the Dutch engineer battalion", None, "NLD"),
        ),
    ],
)
def test_bodies_before_the_name_and_links_of_other_kinds_are_read(text: str, row: Row) -> None:
    assert read(text) == [row]


def test_a_former_post_is_not_of_the_present_body() -> None:
    assert read("Ida Berg, Senior Adviser at the ICRC and a former diplomat, spoke.") == [
        ("Ida Berg", "Senior Adviser", "International Committee of the Red Cross", None)
    ]


def test_an_officer_on_the_next_line_ends_the_name_of_a_body() -> None:
    rows = read("Ms. Ida Berg, Director, West African Network for Peace\nCol. Ali Bah, Network for Hope\n")
    assert rows[0] == ("Ida Berg", "Director", "West African Network for Peace", None)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Signed for Peru by Minister Ana Lima and for UNDP by Resident Representative Ida Berg.",
            ("Ida Berg", "Resident Representative", "United Nations Development Programme", None),
        ),
        (
            "Deputy Chief of Mission Ida Berg represented Norway at the rite.",
            ("Ida Berg", "Deputy Chief of Mission", None, "NOR"),
        ),
        ("In the chair: Mr. Luc Noir (Canada). Secretary: Ms. Ida Berg.", ("Ida Berg", "Secretary", None, None)),
        (
            "Ida Berg, the U.S. embassy's political counselor, spoke.",
            ("Ida Berg", "political counselor", None, "USA"),
        ),
        (
            "Major Tom Ross, Commander Joint Logistics of the Royal New Zealand Navy, spoke.",
            ("Tom Ross", "Commander Joint Logistics", "Royal New Zealand Navy", "NZL"),
        ),
        (
            "It met in Rome in May and talked of the plan for mines until late.\n\nDr. Ida Berg\nDirector\nMine Fund\n",
            ("Ida Berg", "Director", "Mine Fund", None),
        ),
    ],
)
def test_posts_told_by_mission_signature_label_and_line(text: str, row: Row) -> None:
    assert row in read(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Head of the UNDP Office, Ida Berg, spoke.",
            [("Ida Berg", "Head", "United Nations Development Programme", None)],
        ),
        (
            "A team from the Ministry of Mines of Chad, comprising Maj. Ali Bah, Lt. Luc Noir and Ida Berg, came.",
            [(name, None, "Ministry of Mines of Chad", "TCD") for name in ("Ali Bah", "Luc Noir", "Ida Berg")],
        ),
        ("Peru's Roving Ambassador, Mr. Luc Noir, spoke.", [("Luc Noir", "Roving Ambassador", None, "PER")]),
        (
            "Ida Berg, adviser to the Prime Minister of Chad, spoke.",
            [("Ida Berg", "adviser to the Prime Minister of Chad", None, "TCD")],
        ),
        (
            "Present: Mr. L. Bah (Chairman), Mrs. R. Noir (Secretary).",
            [("L. Bah", "Chairman", None, None), ("R. Noir", "Secretary", None, None)],
        ),
        (
            "Under Secretary of State for Arms Control Tom Ross met Polish diplomat Jan Cichy.",
            [
                ("Tom Ross", "Under Secretary of State for Arms Control", None, "USA"),
                ("Jan Cichy", "diplomat", None, "POL"),
            ],
        ),
    ],
)
def test_offices_teams_advisers_and_secretaries(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


def test_the_chairman_whom_a_meeting_elected_is_of_no_body_named_before() -> None:
    text = "Delegations of Togo and the French embassy attended. The seminar elected Colonel Seydou Ba as its chairman."
    assert [row for row in read(text) if row[0] == "Seydou Ba" and (row[2] or row[3])] == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Then-Defense Secretary Tom Ross spoke.", ("Tom Ross", "Defense Secretary", None, "USA")),
        (
            "Chairman of the State Commission on Water Control Viktor Orlov spoke.",
            ("Viktor Orlov", "Chairman", "State Commission on Water Control", None),
        ),
        (
            "Ida Berg, Chair of the CCW Group of Experts, spoke.",
            ("Ida Berg", "Chair of the CCW Group of Experts", None, None),
        ),
        (
            "Ida Berg, a medic with the 774th Ordnance Company, spoke.",
            ("Ida Berg", "medic", "774th Ordnance Company", None),
        ),
        (
            "Juan Ruiz, jefe del Departamento de Aguas de Colombia, spoke.",
            ("Juan Ruiz", "jefe", "Departamento de Aguas de Colombia", "COL"),
        ),
    ],
)
def test_names_behind_bodies_and_posts_of_other_languages(text: str, row: Row) -> None:
    assert row in read(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("U.S. Navy Cmdr. Tom Ross came.", ("Tom Ross", None, "United States Navy", "USA")),
        (
            "Ida Berg, an Ottawa-based researcher for Mines Action Canada, wrote.",
            ("Ida Berg", "researcher", "Mines Action Canada", None),
        ),
        (
            "Deputy Director (Operations) Ida Berg of UNMAS spoke.",
            ("Ida Berg", "Deputy Director", "United Nations Mine Action Service", None),
        ),
        (
            "Name | Position | Organisation\nIda Berg | Adviser | Ministry of Mines, Chad\n",
            ("Ida Berg", "Adviser", "Ministry of Mines of Chad", "TCD"),
        ),
    ],
)
def test_services_before_ranks_and_columns(text: str, row: Row) -> None:
    assert row in read(text)


def test_a_bare_title_of_another_language_is_no_post() -> None:
    assert read("Conseiller Luc Noir came to the lunch.") == []


def test_a_council_of_one_state_is_not_the_one_that_the_world_knows() -> None:
    assert read("The Secretary of the Russian Security Council, Viktor Orlov, spoke.") == [
        ("Viktor Orlov", "Secretary of the Russian Security Council", None, "RUS")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On behalf of Norway, thanks were given to the Director of Studies.",
        "Student Union House and Reporter Road lie in town. Director General Motors said nothing.",
        "Jakob Leiter spoke in Vienna; Anna Direktor came.",
        "A letter for the Ministry of Mines by Dr. Amy Stone was read out.",
        "Tom Hale, 45, a farmer, was hurt.",
    ],
)
def test_words_that_look_like_posts_hold_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("SRSG Ida Holt came.", ("Ida Holt", "Special Representative of the Secretary-General", None, None)),
        (
            "Ida Berg, Director of Counter-Proliferation at the Ministry of Mines of Chad, spoke.",
            ("Ida Berg", "Director of Counter-Proliferation", "Ministry of Mines of Chad", "TCD"),
        ),
    ],
)
def test_initials_of_a_post_and_subjects_with_a_hyphen(text: str, row: Row) -> None:
    assert read(text) == [row]


def test_where_somebody_was_met_is_not_whom_he_serves() -> None:
    text = "The minister met for an hour with Ambassador Juan Lopez at the Ministry of Defence in Lima."
    assert [row for row in read(text) if row[0] == "Juan Lopez" and row[2]] == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Participants:\n\nCol. Paul Kimani, Rwanda Defence Force\nMs. Nora Aziz, Ministry of Interior, Egypt\n",
            "EGY",
        ),
        ("- Mr. Juan Quispe (Peru)\n- Ms. Nora Aziz (Ministry of Interior, Egypt)\n", "EGY"),
        ("The panel had Ms. Nora Aziz, Ministry of Interior (Egypt), Mr. Tom Hale and others.", "EGY"),
        ("Speakers were Ms. Nora Aziz, Ministry of Interior, Egypt, and Mr. Tom Hale, UNDP.", "EGY"),
        ("Ms. Nora Aziz of the Ministry of Interior, Egypt, in her talk in Lima praised Peru.", "EGY"),
        ("Ms. Nora Aziz of the Ministry of Interior told Egypt, Kenya and Peru of it.", None),
    ],
)
def test_the_state_that_closes_an_entry_is_that_of_the_ministry(text: str, state: str | None) -> None:
    (aziz,) = (row for row in read(text) if row[0] == "Nora Aziz")
    assert aziz[2:] == (f"Ministry of Interior{' of Egypt' if state else ''}", state)


def test_a_row_that_names_bodies_first_gives_none_to_the_name_before() -> None:
    assert read("The panel joined UNDP, Mr. Tom Hale, UNICEF, Ms. Lena Holm, and others.") == []


def test_members_of_a_delegation_are_of_the_body_that_sent_it() -> None:
    text = (
        "Tirana, 3 May 2001. A delegation from the Swiss Federation for Mine Action visited Kukes. "
        "The delegation comprised Hans Meier, President, and Ana Weber, Programme Officer."
    )
    body = "Swiss Federation for Mine Action"
    assert read(text) == [("Hans Meier", "President", body, "CHE"), ("Ana Weber", "Programme Officer", body, "CHE")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "PERU\n\nSr. Juan Quispe, Embajador, Ministerio de Relaciones Exteriores\nCnel. Luis Rey, Estado Mayor\n",
            [
                ("Juan Quispe", "Embajador", "Ministerio de Relaciones Exteriores", "PER"),
                ("Luis Rey", None, "Estado Mayor", "PER"),
            ],
        ),
        (
            "- Mme Awa Diop, Ministère de la Défense (Sénégal)\n- Sra. Eva Rey, Ministerio de Salud del Perú\n",
            [
                ("Awa Diop", None, "Ministère de la Défense", "SEN"),
                ("Eva Rey", None, "Ministerio de Salud del Perú", "PER"),
            ],
        ),
        ("Present: Mr. Kenji Abe (Japan); the Secretary, Mrs. Ida Holm.", [("Ida Holm", "Secretary", None, None)]),
    ],
)
def test_lists_in_other_languages_and_secretaries_of_meetings(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


def test_a_unit_at_a_ministry_is_the_ministry_s() -> None:
    text = (
        "Luis Rey, who heads the Department of Multilateral Affairs at Peru's Foreign Ministry, and "
        "Tom Hale of the Weapons Section in the Ministry of Mines of Chad spoke."
    )
    assert read(text) == [
        ("Luis Rey", "head", "Ministry of Foreign Affairs of Peru", "PER"),
        ("Tom Hale", None, "Ministry of Mines of Chad", "TCD"),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ambassador Ivo Novak (Croatia) was elected chairman.", [("Ivo Novak", "Ambassador", None, "HRV")]),
        ("Peru's delegation, led by Ambassador Luis Rey, agreed.", [("Luis Rey", "Ambassador", None, "PER")]),
        (
            "Kenya was represented by its Ambassador for Peace, Juma Odera, and Peru by Ambassador Luis Rey.",
            [("Juma Odera", "Ambassador for Peace", None, "KEN"), ("Luis Rey", "Ambassador", None, "PER")],
        ),
        ("Peruvian engineers led by Colonel Luis Rey cleared the road.", [("Luis Rey", "Colonel", None, "PER")]),
        ("The road was cleared with tools paid for by Peru and by Colonel Luis Rey.", []),
        (
            "Admiral Tom Hale, Chairman of the Joint Chiefs of Staff, spoke.",
            [("Tom Hale", "Chairman", "Joint Chiefs of Staff", "USA")],
        ),
    ],
)
def test_who_leads_those_of_a_state_is_of_that_state(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("head", "post", "body", "state"),
    [
        ("Ministry of Foreign Affairs\nNay Pyi Taw", "Minister of State for Foreign Affairs",
         "Ministry of Foreign Affairs of Myanmar", "MMR"),
        ("Ministry of Foreign Affairs and Trade\nLima\nPeru", "Minister of Foreign Affairs",
         "Ministry of Foreign Affairs and Trade of Peru", "PER"),
        ("Department of Foreign Affairs and Trade\nDublin\nIreland", "Minister for Foreign Affairs",
         "Department of Foreign Affairs and Trade of Ireland", "IRL"),
        ("Ministry of Mines and Energy\nLima\nPeru", "Minister of Foreign Affairs", None, "PER"),
    ],
)  # fmt: skip
def test_a_minister_is_of_the_ministry_of_the_letterhead(head: str, post: str, body: str | None, state: str) -> None:
    assert read(f"{head}\n\nPress release\n\nThe {post}, Eva Rey, spoke in Lomé.") == [("Eva Rey", post, body, state)]


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        ("On 3 SEP President Vera Ozola met Ana Rey in Riga, Latvia.", "Vera Ozola", "LVA"),
        ("The Chad representative, Senior State Attorney Ana Rey, told colleagues of it.", "Ana Rey", "TCD"),
        ("Survivors from Uganda and El Salvador met Vice-President Ana Rey in Bogota.", "Ana Rey", "COL"),
    ],
)
def test_months_adjectives_and_homes_of_others_are_in_no_post(text: str, person: str, state: str) -> None:
    assert {(name, whose) for name, _, _, whose in read(text) if name == person} == {(person, state)}
    assert not {"SEP", "Senior State"} & {word for row in read(text) for word in row[:3]}


def test_a_post_behind_as_is_not_joined_to_that_of_the_next_name() -> None:
    told = read("They elected Juan Soto (Peru) as Chairman and Ambassador Ana Rey (Chad) as Rapporteur.")
    assert ("Juan Soto", "Chairman") in {(name, post) for name, post, _, _ in told}
    assert ("Ana Rey", "Chairman") not in {(name, post) for name, post, _, _ in told}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Star, Honiara, 14 June 2012\n\nPolice ended a course under Australian experts. Australia paid.\n\n"
            "Meanwhile, Foreign Minister Peter Shanel told Parliament of a bill.",
            ("Peter Shanel", "Foreign Minister", None, "SLB"),
        ),
        (
            "The Finnish delegation was headed by Ambassador Ana Rey, and that of the Soviet Union by Ivo Paz, head of "
            "department at the Ministry of Foreign Affairs.",
            ("Ivo Paz", "head of department", "Ministry of Foreign Affairs of Soviet Union", "SUN"),
        ),
        (
            "Embassy of the Federal Republic of Germany, Phnom Penh\n\nMinister Ana Rey had talks in Phnom Penh and "
            "was the guest of the Senate's President, Ivo Paz.",
            ("Ivo Paz", "President", "Senate of Cambodia", "KHM"),
        ),
    ],
)
def test_whose_post_it_is_where_another_state_is_nearer(text: str, row: tuple[str, str, str | None, str]) -> None:
    assert row in read(text)


def test_who_is_among_the_speakers_holds_no_post_of_speaker() -> None:
    assert not read("A workshop was held in Lima on 2 May 2001. Among the speakers were Ana Rojas and Juan Soto.")
