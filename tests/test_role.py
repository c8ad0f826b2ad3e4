"""Roles: who hosted, organised, chaired, paid, spoke, trained or came, as sentences of many kinds put it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.reading import read_document
from kg.model import Document, Reading

HELD = "The workshop was held in Lusaka on 1 March 2011. "


def read(text: str) -> Reading:
    """Read a text under a dateline."""
    return read_document(Document(identifier="x", text=f"Geneva, 4 March 2011\n\n{text}", sha256=""))


def roles(text: str) -> set[tuple[str, str]]:
    """Give actor and role of every participation that a text states."""
    reading = read(text)
    labels = {actor.key: actor.label for actor in reading.actors}
    return {(labels[p.actor], p.role) for event in reading.events for p in event.participations}


SAID = """
Staff of UNICEF, with funding from Norway's peace fund, ran a workshop in Lusaka on 1 March 2011.
> Norway:Sponsor UNICEF:Organizer
On 3 May 2010 President Robert Ngoma gave a dinner at the Grand Hotel in Lusaka.
> Robert_Ngoma:Host
A seminar met in Quito on 3 June 2004. Ecuador was the host and Chile the sponsor.
> Ecuador:Host Chile:Sponsor
A hearing was held in Brno on 4 April 2006, with Masaryk University providing the room.
> Masaryk_University:Host
The meeting was held at the offices of Oxfam, London, on 10 March 1999.
> Oxfam:Host
+ Norway was good enough to sponsor the evening.
> Norway:Sponsor
+ Canada contributed 20,000 dollars and Norway gave EUR 5,000.
> Canada:Sponsor Norway:Sponsor
The ICBL general meeting was held in Oslo on 3 May 2004.
> International_Campaign_to_Ban_Landmines:Organizer
+ Financial assistance: UNICEF. Technical assistance: UNDP.
> UNICEF:Sponsor United_Nations_Development_Programme:Sponsor
The breakfast meeting on 23 August 2016 in Geneva is courtesy of Norway.
> Norway:Sponsor
A course for teachers was held in Jaffna on 3 May 2004. The instructor was Robert Ngoma with Susan Hale of UNICEF.
> Robert_Ngoma:Trainer Susan_Hale:Trainer
A course for teachers was held in Jaffna on 3 May 2004. The facilitators were Mr Robert Ngoma and Ms Susan Hale.
> Robert_Ngoma:Trainer Susan_Hale:Trainer
A course for teachers was held in Jaffna on 3 May 2004. The half day on fuzes went to Dr. Robert Ngoma.
> Robert_Ngoma:Trainer
A meeting was held in Lome on 3 May 2004. Dr. Robert Ngoma presided over the first session and Ms. \
Susan Hale over the second.
> Robert_Ngoma:Chair Susan_Hale:Chair
The Third Meeting of Experts, which had sat since 31 March 1987 under the chairmanship of Dr. \
Robert Ngoma, was called for by the review conference in Geneva in September 1986.
> Robert_Ngoma:Chair
The team to the conference in Oslo on 3 December 2008 was led by Dr. Robert Ngoma.
> Robert_Ngoma:Participant
A conference was held in Oslo on 3 December 2008. Poland and Romania were only watching.
> Poland:Participant Romania:Participant
A conference was held in Oslo on 3 December 2008. In the gallery were present the Ambassador of \
Norway, Robert Ngoma, and Susan Hale.
> Robert_Ngoma:Participant Susan_Hale:Participant
A conference was held in Oslo on 3 December 2008. Dr. Robert Ngoma and Ms. Susan Hale gave co-reports.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
A conference was held in Oslo on 3 December 2008. Dr. Robert Ngoma spoke for UNICEF; the Swiss Red \
Cross and the German Red Cross all made presentations.
> Robert_Ngoma:Speaker Swiss_Red_Cross:Speaker German_Red_Cross:Speaker
A conference was held in Oslo on 3 December 2008. After him spoke Dr. Robert Ngoma.
> Robert_Ngoma:Speaker
A seminar will be held in Oslo on 4 March 2013. Speakers include Ms. Susan Hale.
> Susan_Hale:Speaker
Dr. Susan Hale's lecture in Uppsala on 3 May 1988 dealt with seismic stations.
> Susan_Hale:Speaker
Next comes the Workshop for Teachers, from 15 to 19 March 2012 in Herat (organisers: UNICEF, Norway).
> UNICEF:Organizer Norway:Organizer
It was in Almaty on 3 May 2010. The conference in Almaty on 3 May 2010 was organised by the \
parliament and Saferworld jointly with Mayors for Peace.
> Saferworld:Organizer Mayors_for_Peace:Organizer
A ceremony was held in Lusaka on 1 March 2011. The pile was set ablaze by Dr. Robert Ngoma.
> Robert_Ngoma:Participant
+ Dr. Robert Ngoma inaugurated it by lighting the oil lamp.
> Robert_Ngoma:Speaker
+ Ms. Susan Hale was in the party.
> Susan_Hale:Participant
+ Financial means came from Norway and from UNDP.
> Norway:Sponsor United_Nations_Development_Programme:Sponsor
With seed money from the Ford Foundation, Saferworld organised a conference in Budapest on 22 May 1998.
> Ford_Foundation:Sponsor Saferworld:Organizer
Two fellowships to attend the summer school in Geneva in July 2008 were awarded by the Folke Bernadotte Academy.
> Folke_Bernadotte_Academy:Sponsor
+ Japan picked up the tab.
> Japan:Sponsor
Delegates of Togo, Benin and Mali sat down in Lima on 2 May 2009 for a meeting on tracing.
> Togo:Participant Benin:Participant Mali:Participant
Peru will be in Vienna for the meeting of 7 June 2011.
> Peru:Participant
+ Standing in for Mr. Paul Mwale was Ms. Susan Hale.
> Susan_Hale:Participant
+ Participants ranged from Ghana to Malawi.
> Ghana:Participant Malawi:Participant
Sixty officers drawn from Mali and Niger are following the course, which opened in Bamako on 4 May 2009.
> Mali:Participant Niger:Participant
Malta and Cyprus were first-time attendees at the workshop in Nice on 9 March 2010.
> Malta:Participant Cyprus:Participant
Chad will send its chief engineer, Colonel Idriss Sow, to the symposium in Split on 23 April 2011.
> Idriss_Sow:Participant Chad:Participant
+ Ms. Susan Hale acted as rapporteur.
> Susan_Hale:Participant
A seminar was held in Lusaka on 1 March 2011. It was aimed at officials from Chad and Mali.
> Chad:Participant Mali:Participant
A ceremony was held in Lusaka on 1 March 2011. Ghana was one of those who put pen to paper.
> Ghana:Participant
Speakers at the forum in Jakarta on 9 September 2010 ranged from Ms. Susan Hale to Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
Next to speak at the conference in Dublin on 19 May 2008 was Mexico.
> Mexico:Speaker
Ms. Susan Hale was a guest speaker of the Sofia conference of 21 April 2008.
> Susan_Hale:Speaker
At the seminar held in Amman on 1 June 2006, Dr. Robert Ngoma took issue with the idea.
> Robert_Ngoma:Speaker
+ After an introduction by Dr. Robert Ngoma, there was a film.
> Robert_Ngoma:Speaker
They gave a warm hand to Angola after its presentation at the conference in Kigali of 8 June 2010.
> Angola:Speaker
+ Moderating was Ms. Susan Hale.
> Susan_Hale:Chair
+ It was held under the gavel of Ms. Susan Hale.
> Susan_Hale:Chair
The meeting of 3 May 2007 in Khujand was conducted by Ms. Susan Hale.
> Susan_Hale:Chair
UNICEF was the driving force behind the conference in Beirut on 11 February 2011.
> UNICEF:Organizer
UNICEF teamed with Saferworld to deliver a workshop in Suva on 15 August 2007.
> UNICEF:Organizer Saferworld:Organizer
+ In the name of the organisers, Ms. Susan Hale thanked those who had come.
> Susan_Hale:Speaker
+ The Togolese delegate objected.
> Togo:Participant
Ms. Susan Hale said on Tuesday that the workshop of 5 June 2003 in Kabul had been useful.
>
+ It was gavelled to a close by Ms. Susan Hale.
> Susan_Hale:Chair
The conference was held in Lusaka on 1 March 2011. Dr. Robert Ngoma was president.
> Robert_Ngoma:Chair
The conference was held in Lusaka on 1 March 2011. The holder of the presidency was Ms. Susan Hale.
> Susan_Hale:Chair
+ Dr. Robert Ngoma had the honour to preside.
> Robert_Ngoma:Chair
+ Ms. Susan Hale had her turn in the afternoon, and Dr. Robert Ngoma gave testimony.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ Ms. Susan Hale spoke in the morning, right after Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ There took part Ms. Susan Hale and Dr. Robert Ngoma.
> Susan_Hale:Participant Robert_Ngoma:Participant
+ Present: Ghana, the army, Kenya and the World Bank.
> Ghana:Participant Kenya:Participant World_Bank:Participant
+ The instrument had been deposited on 10 July 2010 by Ms. Susan Hale.
>
+ In Lima the anniversary was kept on 29 May 2010 by a panel, moderated by Ms. Susan Hale.
>
+ A burning of arms is set for 15 July 2011, which Ms. Susan Hale will preside over.
>
+ Ms. Susan Hale attended the closing but declined to say who had paid.
> Susan_Hale:Participant
+ Ms. Susan Hale spoke and thanked the hosts for the workshop.
> Susan_Hale:Speaker
+ Ms. Susan Hale kept order.
> Susan_Hale:Chair
+ Norway and Austria split the bill.
> Norway:Sponsor Austria:Sponsor
+ UNICEF lent us its hall.
> UNICEF:Host
+ Zambia was the host, and Ghana had a hand in it too.
> Zambia:Host Ghana:Organizer
+ Dr. Robert Ngoma led off with a history of the mines; next up was Ms. Susan Hale.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
+ Among the delegations one noted those of Ghana and Kenya.
> Ghana:Participant Kenya:Participant
+ The money was found by Norway and by the World Bank.
> Norway:Sponsor World_Bank:Sponsor
+ UNICEF and the World Bank had come in with money.
> UNICEF:Sponsor World_Bank:Sponsor
+ Police officers and inspectors of weapons from Ghana and Kenya filled the room.
> Ghana:Participant Kenya:Participant
+ UNICEF was there through its expert, Dr. Robert Ngoma.
> UNICEF:Participant Robert_Ngoma:Participant
+ UNICEF was heard, in the person of Dr. Robert Ngoma.
> UNICEF:Speaker Robert_Ngoma:Speaker
+ Forty officers listened to Dr. Robert Ngoma on law and to Ms. Susan Hale on stocks.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
+ Ms. Susan Hale was joined on the panel by Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ A panel, composed of Ms. Susan Hale and Dr. Robert Ngoma, replied to the audience.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ On the second panel sat Ms. Susan Hale and Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ Ms. Susan Hale spoke about law, and Dr. Robert Ngoma about victims.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ Ghana and Kenya each came with a minister, and Peru with a general.
> Ghana:Participant Kenya:Participant Peru:Participant
+ It was hosted by Ghana's Ministry of Defence and organised by Peru's National Police.
> Ministry_of_Defence_of_Ghana:Host National_Police_of_Peru:Organizer
+ It was put together by Zambia and Ghana; Norway and Austria had come in with money.
> Zambia:Organizer Ghana:Organizer Norway:Sponsor Austria:Sponsor
+ Observers sent by Ghana, Kenya and Peru have followed the work.
> Ghana:Participant Kenya:Participant Peru:Participant
+ Peru was late. Its experts described the border.
> Peru:Speaker
+ It was a joint event of Zambia and UNICEF, and it was funded by Norway.
> Zambia:Organizer UNICEF:Organizer Norway:Sponsor
+ The concluding session had Ms. Susan Hale as its chairman.
> Susan_Hale:Chair
+ A session on customs was led by Ms. Susan Hale.
> Susan_Hale:Chair
+ Remarks were also offered by Dr. Robert Ngoma.
> Robert_Ngoma:Speaker
Delegations of Ghana, Kenya and Peru took part in a workshop in Lusaka on 1 March 2011.
> Ghana:Participant Kenya:Participant Peru:Participant
Ghana offered to hold the next meeting in Accra in June 2011.
> Ghana:Host
+ On the platform sat Dr. Robert Ngoma of Kenya and Ms. Susan Hale of Norway.
> Robert_Ngoma:Participant Susan_Hale:Participant
+ Standing behind the table were Dr. Robert Ngoma and Ms. Susan Hale.
> Robert_Ngoma:Participant Susan_Hale:Participant
+ Dr. Robert Ngoma shared the high table with Ms. Susan Hale.
> Robert_Ngoma:Participant Susan_Hale:Participant
+ Mrs. Susan Hale sat in the front row with Mr. Luis Vega.
> Susan_Hale:Participant Luis_Vega:Participant
+ Dr. Robert Ngoma, Minister of Trade, honoured the occasion with his presence.
> Robert_Ngoma:Participant
+ Vice-chairmen were Dr. Robert Ngoma of Kenya and Ms. Susan Hale of Norway.
> Robert_Ngoma:Participant Susan_Hale:Participant
+ Ms. Susan Hale was one of those who went.
> Susan_Hale:Participant
+ Ms. Susan Hale listened in the hall as the envoy spoke of peace.
> Susan_Hale:Participant
+ It was attended by the Presidents of Kenya, Mr. Robert Ngoma; of Peru, Mr. Luis Vega; and of Norway, Ms. Susan Hale.
> Robert_Ngoma:Participant Luis_Vega:Participant Susan_Hale:Participant
+ It was attended by the Foreign Ministers of Kenya, Mr. Robert Ngoma, and Peru, Mr. Luis Vega.
> Robert_Ngoma:Participant Luis_Vega:Participant
+ Mr. Robert Ngoma presented the offer of Nairobi; he was seconded by Mr. Luis Vega.
> Robert_Ngoma:Speaker Luis_Vega:Participant
Austria and Mexico co-hosted a workshop in Vienna on 1 March 2011.
> Austria:Host Mexico:Host
+ The Government of Peru served as host.
> Peru:Host
At the invitation of Chile, a meeting was held in Santiago on 1 March 2011.
> Chile:Host
Turkey will host the next meeting in Ankara in June 2011.
> Turkey:Host
Italy's hosting of the conference in Rome on 1 March 2011 was praised.
> Italy:Host
+ It was the work of Kenya, together with Peru; Chile lent support and Norway provided the money.
> Kenya:Organizer Peru:Organizer Chile:Sponsor Norway:Sponsor
+ For UNICEF the floor was taken by Susan Hale, its legal adviser.
> Susan_Hale:Speaker
The plan is to be ready before Kenya hosts the Third Meeting of States Parties in June 2012.
> Kenya:Host
+ It brought together officials from forty countries and two international organisations, UNICEF and the World Bank.
> UNICEF:Participant World_Bank:Participant
+ Ms. Susan Hale delivered Norway's statement at the workshop.
> Susan_Hale:Speaker
+ The Ministries of Defence, Trade and Culture of Peru were represented.
> Ministry_of_Defence_of_Peru:Participant Ministry_of_Trade_of_Peru:Participant Ministry_of_Culture_of_Peru:Participant
+ The Peruvian Ministries of Defence and of Foreign Affairs took part.
> Ministry_of_Defence_of_Peru:Participant Ministry_of_Foreign_Affairs_of_Peru:Participant
The peace rests on the Lima Act, which President Luis Vega and President Ana Ruiz signed on 26 October 1998 in Lima.
> Luis_Vega:Participant Ana_Ruiz:Participant
+ Thirty officers took part, sent by Kenya, Peru and Chile.
> Kenya:Participant Peru:Participant Chile:Participant
+ It was hosted by Zambia; the secretariat of UNICEF in Vienna gave a hand.
> Zambia:Host
+ It was meant for UNICEF, and Kenya, Peru and Chile duly sent people.
> Kenya:Participant Peru:Participant Chile:Participant
+ In the neighbourhood of the host, Kenya, Peru and Chile are States Parties.
>
+ Kenya led that project, and Peru and Chile added to the purse.
>
+ Campaigners from Kenya and Peru were with her in the room.
>
+ It was prepared together with Canada and Japan.
> Canada:Organizer Japan:Organizer
+ Peru, too, plans to ratify before the Third Meeting of States Parties in Lima.
>
+ Ambassador Susan Hale of Norway called the workshop timely.
>
+ It was hosted by Zambia, which paid for it as well.
> Zambia:Host Zambia:Sponsor
Colombia, together with Peru, will convene a conference in Bogota on 1 June 2011.
> Colombia:Organizer Peru:Organizer
Japan and Thailand will hold a joint workshop in Bangkok in May 2011.
> Japan:Organizer Thailand:Organizer
+ Norway, Austria and Ireland were the organisers.
> Norway:Organizer Austria:Organizer Ireland:Organizer
+ It was chaired jointly by Norway and Zambia.
> Norway:Chair Zambia:Chair
+ Ambassador Susan Hale of Norway presided.
> Susan_Hale:Chair
The meeting, with Ambassador Susan Hale in the chair, was held in Geneva on 1 March 2011.
> Susan_Hale:Chair
+ Funding for the workshop was provided by Canada and Germany.
> Canada:Sponsor Germany:Sponsor
+ It was made possible by a generous contribution from Japan.
> Japan:Sponsor
+ Zambia bore the cost of it.
> Zambia:Sponsor
+ Thanks to funds from Sweden, delegates from Laos came.
> Sweden:Sponsor Laos:Participant
+ In her opening remarks, Ambassador Susan Hale spoke of victims.
> Susan_Hale:Speaker
+ Keynote speeches were delivered by Ambassador Susan Hale and Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ Presentations were made by Croatia and Slovenia.
> Croatia:Speaker Slovenia:Speaker
+ Forty States have ratified the Ottawa Convention, among them Malawi and Zimbabwe.
>
+ Canada led the project. The money came from Sweden and Peru.
>
+ DDR experts took part.
>
+ The Ministries of Foreign Affairs and Trade of Chile and Peru took part in the workshop.
> Ministry_of_Foreign_Affairs_and_Trade_of_Chile:Participant Ministry_of_Foreign_Affairs_and_Trade_of_Peru:Participant
+ The Defence Ministries of Belarus and Peru took part in the workshop.
> Ministry_of_Defence_of_Belarus:Participant Ministry_of_Defence_of_Peru:Participant
Zambia was to host the workshop in Lusaka on 1 March 2011, but Malawi did so in the end.
>
+ There, Dr. Robert Ngoma, who heads a clinic in Kitwe, said that more was needed.
> Robert_Ngoma:Speaker
+ Dr. Robert Ngoma, who heads a clinic in Kitwe, said that more was needed.
>
+ The trainers were from Sweden.
> Sweden:Trainer
+ In attendance were delegations from Angola, Malawi and Zimbabwe.
> Angola:Participant Malawi:Participant Zimbabwe:Participant
+ Participants: Angola, Malawi and Zimbabwe.
> Angola:Participant Malawi:Participant Zimbabwe:Participant
+ Kenya and Uganda took part, as did Ethiopia.
> Kenya:Participant Uganda:Participant Ethiopia:Participant
+ Angola sent its defence minister; Malawi was represented by its ambassador.
> Angola:Participant Malawi:Participant
+ The Zambian delegation was headed by Dr. Robert Ngoma.
> Zambia:Participant Robert_Ngoma:Participant
+ Peru was represented there by Ambassador Susan Hale.
> Peru:Participant Susan_Hale:Participant
+ Ambassador Susan Hale led the Norwegian delegation.
> Susan_Hale:Participant Norway:Participant
+ Angola and Malawi each sent two officers.
> Angola:Participant Malawi:Participant
+ Norway and Chile were there as observers.
> Norway:Participant Chile:Participant
+ The Zambian delegation to the conference comprised Dr. Robert Ngoma and Ambassador Susan Hale.
> Zambia:Participant Robert_Ngoma:Participant Susan_Hale:Participant
+ Ambassador Susan Hale attended as head of the Norwegian delegation.
> Susan_Hale:Participant Norway:Participant
+ Peru sent a small delegation, Ambassador Susan Hale and Dr. Robert Ngoma.
> Peru:Participant Susan_Hale:Participant Robert_Ngoma:Participant
+ The meeting elected Dr. Robert Ngoma as its President.
> Robert_Ngoma:Chair
Ambassador Susan Hale hosted a meeting with Peru and Chile in Oslo on 1 March 2011.
> Susan_Hale:Host Peru:Participant Chile:Participant
Ambassador Susan Hale was received by Dr. Robert Ngoma in Lusaka on 1 March 2011.
> Susan_Hale:Participant Robert_Ngoma:Participant
Ambassador Susan Hale and her Polish counterpart, Piotr Zak, met in Oslo on 1 March 2011.
> Susan_Hale:Participant Piotr_Zak:Participant
UNICEF trained 20 officers in Lusaka from 1 to 3 March 2011.
> UNICEF:Trainer
+ Trainers: Ambassador Susan Hale and Dr. Robert Ngoma.
> Susan_Hale:Trainer Robert_Ngoma:Trainer
+ Sweden met half of the costs.
> Sweden:Sponsor
+ Its organiser, Croatia, was unable to find a room in time.
> Croatia:Organizer
UNICEF held a round table in Lusaka on 1 March 2011.
> UNICEF:Organizer
The meeting in Oslo on 2 March 2011 followed a workshop in Lusaka on 1 March 2011, which was chaired by Zambia.
> Zambia:Chair
Talks between Armenia and Azerbaijan were held in Geneva on 1 March 2011.
> Armenia:Participant Azerbaijan:Participant
Foreign Minister Vera Pusnik held talks with Ambassador Susan Hale in Zagreb on 1 March 2011.
> Vera_Pusnik:Participant Susan_Hale:Participant
+ Representatives came from Angola, Peru, Chile and Malawi.
> Angola:Participant Peru:Participant Chile:Participant Malawi:Participant
+ The two remaining places went to Angola and Peru.
> Angola:Participant Peru:Participant
+ Also at the table were Angola and Peru.
> Angola:Participant Peru:Participant
+ The countries represented included Angola and Peru.
> Angola:Participant Peru:Participant
+ Angola, Peru and Chile joined as observers.
> Angola:Participant Peru:Participant Chile:Participant
+ Besides Angola and Peru, Chile took part.
> Angola:Participant Peru:Participant Chile:Participant
+ Angolan, Peruvian and Chilean officers attended.
> Angola:Participant Peru:Participant Chile:Participant
+ The five neighbours - Angola, Malawi and Zimbabwe among them - came. All but Malawi sent ministers.
> Angola:Participant Zimbabwe:Participant
+ Dr. Robert Ngoma, Zambia; Ambassador Susan Hale, Norway; and Dr. Ana Blanco, Peru, took part.
> Robert_Ngoma:Participant Susan_Hale:Participant Ana_Blanco:Participant
+ Ministers came from Angola, Peru, Chile. Malawi, Togo and Chad
> Angola:Participant Peru:Participant Chile:Participant Malawi:Participant Togo:Participant Chad:Participant
+ The hosts, Zambia and Malawi, had thought of everything.
> Zambia:Host Malawi:Host
+ Zambia made its premises available.
> Zambia:Host
At Zambia's invitation, delegates of Angola and Malawi met in Lusaka on 1 March 2011.
> Zambia:Host Angola:Participant Malawi:Participant
+ Zambia and UNICEF ran it together.
> Zambia:Organizer UNICEF:Organizer
+ It was the first of two which Zambia and UNICEF offer jointly.
> Zambia:Organizer UNICEF:Organizer
+ UNICEF had sent out the invitations.
> UNICEF:Organizer
+ Organisation was in the hands of UNICEF.
> UNICEF:Organizer
+ Part of the bill was paid by Norway.
> Norway:Sponsor
+ Zambia gave the room and Norway the money.
> Zambia:Host Norway:Sponsor
+ It was prolonged with Norwegian money.
> Norway:Sponsor
+ It enjoyed the support of Norway and Peru.
> Norway:Sponsor Peru:Sponsor
+ Zambia, with funds from Norway, held it jointly with UNICEF.
> Zambia:Organizer UNICEF:Organizer Norway:Sponsor
+ The joint chairman, Dr. Robert Ngoma, found a compromise.
> Robert_Ngoma:Chair
+ The chairman of UNICEF, Dr. Robert Ngoma, spoke.
> Robert_Ngoma:Speaker
+ Dr. Robert Ngoma was elected president.
> Robert_Ngoma:Chair
+ Malawi, like Zambia, reported on its stocks.
> Malawi:Speaker Zambia:Speaker
+ Angola took part, as did the ambassador of Peru.
> Angola:Participant Peru:Participant
+ Two speakers from UNICEF explained the rules.
> UNICEF:Speaker
+ The audience heard Dr. Robert Ngoma and Ambassador Susan Hale.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
+ Angola and Peru reported on their stocks.
> Angola:Speaker Peru:Speaker
+ Swiss and Norwegian instructors gave the lessons.
> Switzerland:Trainer Norway:Trainer
+ Two institutions prepared it, UNICEF and the OSCE. The two organisations also paid for it.
> UNICEF:Sponsor Organization_for_Security_and_Cooperation_in_Europe:Sponsor
Zambia hosted a workshop attended by Malawi in Lusaka on 1 March 2011.
> Zambia:Host Malawi:Participant
+ The deliberations were steered by Ambassador Susan Hale.
> Susan_Hale:Chair
The workshop, which Ambassador Susan Hale moderated, was held in Lusaka on 1 March 2011.
> Susan_Hale:Chair
A workshop that UNICEF conducted in Lusaka on 1 March 2011 drew praise.
> UNICEF:Organizer
The workshop of 1 March 2011 in Lusaka was opened by Ambassador Susan Hale and keynoted by Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ Welcoming the delegates, Dr. Robert Ngoma recalled why they had come.
> Robert_Ngoma:Speaker
+ Dr. Robert Ngoma declared the workshop open.
> Robert_Ngoma:Speaker
+ Dr. Robert Ngoma thanked Norway and gave a short account of the survey.
> Robert_Ngoma:Speaker
+ The representative of Ghana explained how permits are issued.
> Ghana:Speaker
+ Statements were made on behalf of Kenya and Chile.
> Kenya:Speaker Chile:Speaker
+ The participants heard, among others, Dr. Robert Ngoma.
> Robert_Ngoma:Speaker
+ Peru has agreed to shoulder the cost of interpretation.
> Peru:Sponsor
+ Norway and Chile had made grants for the purpose.
> Norway:Sponsor Chile:Sponsor
+ The instructors were UNICEF's Dr. Robert Ngoma and Ambassador Susan Hale.
> Robert_Ngoma:Trainer Susan_Hale:Trainer
+ Kenya fielded a single observer.
> Kenya:Participant
+ Malawi sent three officers and Zambia two.
> Malawi:Participant Zambia:Participant
+ Also represented at the workshop were Benin and Togo.
> Benin:Participant Togo:Participant
+ It was attended by Benin and Togo, as well as by observers from Ghana.
> Benin:Participant Togo:Participant Ghana:Participant
+ Under the guidance of Dr. Robert Ngoma the group drew up a plan.
> Robert_Ngoma:Chair
+ The workshop was facilitated by Dr. Robert Ngoma.
> Robert_Ngoma:Chair
+ The Zambian delegation (Lusaka, 1 March 2011) was led by Dr. Robert Ngoma.
> Zambia:Participant Robert_Ngoma:Participant
+ No delegation from Kenya came.
>
+ UNICEF, in partnership with the World Bank, had invited officials from Ghana.
> UNICEF:Organizer World_Bank:Organizer Ghana:Participant
+ Ambassador Susan Hale handed over the keys of an office and closed the workshop.
> Susan_Hale:Speaker
The workshop, held in Lusaka on 1 March 2011, was the brainchild of UNICEF.
> UNICEF:Organizer
+ Angola was represented by Dr. Robert Ngoma, Chile by Ambassador Susan Hale.
> Angola:Participant Chile:Participant Robert_Ngoma:Participant Susan_Hale:Participant
+ Dr. Robert Ngoma signed for Angola, and Ambassador Susan Hale for Chile.
>
+ Angola sent its ambassador, Chile and Peru an observer.
> Angola:Participant Chile:Participant Peru:Participant
+ Angola, Chile and Peru each sent three officers.
> Angola:Participant Chile:Participant Peru:Participant
+ From farther away came Angola and Chile.
> Angola:Participant Chile:Participant
+ The opening address fell to Ambassador Susan Hale.
> Susan_Hale:Speaker
+ The chair was entrusted to Ambassador Susan Hale; Dr. Robert Ngoma acted as secretary.
> Susan_Hale:Chair Robert_Ngoma:Participant
+ It fell to Dr. Robert Ngoma to give the closing speech.
> Robert_Ngoma:Speaker
+ Its trainer, Dr. Robert Ngoma, worked with young lawyers.
> Robert_Ngoma:Trainer
+ Angola's delegate, Dr. Robert Ngoma, asked for more time.
> Robert_Ngoma:Participant
+ The participants heard presentations by Susan Hale of the Bluebell Trust, Robert Ngoma of Redwood and Ana Blanco.
> Susan_Hale:Speaker Robert_Ngoma:Speaker Ana_Blanco:Speaker
+ Ambassador Susan Hale, who had chaired the talks in Oslo in 2009, explained the rules.
> Susan_Hale:Speaker Susan_Hale:Chair
+ Statements were read by Ambassador Susan Hale, speaking for Chile, and by Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
A workshop will be held in Accra in June 2012. Angola and Chile have announced that they will attend.
> Angola:Participant Chile:Participant
+ Those taking part were the following: Susan Hale, who is Minister of Health; Robert Ngoma.
> Susan_Hale:Participant Robert_Ngoma:Participant
+ Dr. Robert Ngoma was followed on the rostrum by Ambassador Susan Hale.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
+ Ambassador Susan Hale ran the working session on stocks together with Dr. Robert Ngoma.
> Susan_Hale:Chair Robert_Ngoma:Chair
+ The costs were shared between Angola and Chile.
> Angola:Sponsor Chile:Sponsor
+ Ambassador Susan Hale opened it. She was in the company of Dr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Participant
+ It brought together the foreign ministers of Angola and Chile, Robert Ngoma and Ana Blanco.
> Robert_Ngoma:Participant Ana_Blanco:Participant
+ Angola spoke. Chile and Peru did likewise.
> Angola:Speaker Chile:Speaker Peru:Speaker
+ In the afternoon Ambassador Susan Hale outlined the rules.
> Susan_Hale:Speaker
+ Dr. Robert Ngoma was represented by Ambassador Susan Hale, who brought greetings.
> Susan_Hale:Speaker
+ Angola, which holds the presidency of UNICEF, was represented.
> Angola:Participant
+ Angola and Chile have been invited to send two officers each to another.
>
+ It gathered together five States Parties (Chad and Mali) and two States not party (Laos and Nepal).
> Chad:Participant Mali:Participant Laos:Participant Nepal:Participant
+ Delegates from 12 countries (Chad and Mali) and two institutes (UNICEF and UNMAS) took part.
> Chad:Participant Mali:Participant UNICEF:Participant United_Nations_Mine_Action_Service:Participant
+ The treaty has been ratified by two neighbours (Chad and Mali).
>
+ The people (Chad and Mali) are many.
>
+ Ms. Susan Hale hosted and guided it.
> Susan_Hale:Host
+ Seated beside her were Ms. Susan Hale and Mr. Robert Ngoma.
> Susan_Hale:Participant Robert_Ngoma:Participant
+ Sitting around him were ministers from Chad and Mali.
> Chad:Participant Mali:Participant
+ Looking on were Ms. Susan Hale and Mr. Robert Ngoma.
> Susan_Hale:Participant Robert_Ngoma:Participant
+ The workshop had among its guests Ms. Susan Hale.
> Susan_Hale:Participant
+ Thanks to Norway and Chile for the financial contribution.
> Norway:Sponsor Chile:Sponsor
+ Angola and Chile did not join the declaration, but Peru spoke.
> Peru:Speaker
+ According to Ms. Susan Hale, who spoke for UNICEF, much was left to do.
> Susan_Hale:Speaker
+ Ms. Susan Hale, for UNICEF, outlined the plan.
> Susan_Hale:Speaker
+ Ghana, opening its file for once, described an old case.
> Ghana:Speaker
+ From the floor, Ghana objected.
> Ghana:Speaker
+ Those from Chad and Mali brought their own tools.
> Chad:Participant Mali:Participant
+ Ghana and Togo co-hosted; many came.
> Ghana:Host Togo:Host
+ Ghana has been asked to host.
>
The course, paid for out of the Ford Foundation, was held in Lusaka on 1 March 2011.
> Ford_Foundation:Sponsor
The course was held in Lusaka on 1 March 2011. The instructors, Ms. Susan Hale and Mr. Robert Ngoma, had time for all.
> Susan_Hale:Trainer Robert_Ngoma:Trainer
+ It was attended by delegates of the armed forces (Chad, Mali), NGOs (Saferworld, Geneva Call) and UNICEF.
> Chad:Participant Mali:Participant Saferworld:Participant Geneva_Call:Participant UNICEF:Participant
+ It was attended by delegates from Chad, the army and UNICEF.
> Chad:Participant UNICEF:Participant
+ It was attended by local journalists, the mayor and UNICEF.
> UNICEF:Participant
+ With money from friends and neighbours Norway built a school.
>
+ The facilitators were drawn from Chad and UNICEF.
> Chad:Trainer UNICEF:Trainer
+ Ms. Susan Hale had the closing word.
> Susan_Hale:Speaker
+ Ms. Susan Hale and Mr. Robert Ngoma made up the panel.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
The message of Ms. Susan Hale to the workshop in Lusaka on 1 March 2011 was short.
> Susan_Hale:Speaker
The ministers of the Nordic Council — Norway and Denmark — met in Lusaka on 1 March 2011.
> Nordic_Council:Participant Norway:Participant Denmark:Participant
Norway co-sponsored with Chile a workshop in Lusaka on 1 March 2011.
> Norway:Sponsor Chile:Sponsor
+ Ms. Susan Hale was the first to reply.
> Susan_Hale:Speaker
+ Ms. Susan Hale got a long ovation.
> Susan_Hale:Speaker
+ Ms. Susan Hale asked who would pay.
> Susan_Hale:Speaker
+ For her part Ms. Susan Hale reaffirmed the plan.
> Susan_Hale:Speaker
+ Ms. Susan Hale moderated a discussion between Mr. Robert Ngoma and Mr. Paul Mwale.
> Susan_Hale:Chair Robert_Ngoma:Speaker Paul_Mwale:Speaker
+ Ms. Susan Hale shared a platform with Mr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
+ She was supported by Chad and Mali.
>
+ Saferworld unveiled a handbook.
> Saferworld:Speaker
At the workshop in Lusaka on 1 March 2011, Ms. Susan Hale debated with Mr. Robert Ngoma.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
The course was held in Lusaka on 1 March 2011 with instructors on loan from Chad.
> Chad:Trainer
+ Ms. Susan Hale opened the work.
> Susan_Hale:Speaker
+ Ms. Susan Hale was among those who followed it.
> Susan_Hale:Participant
+ Ms. Susan Hale brought down the gavel.
> Susan_Hale:Chair
+ Saferworld presented a prize.
>
+ Ms. Susan Hale bade farewell.
> Susan_Hale:Speaker
Chad and Mali each had one officer on the course in Lusaka on 1 March 2011.
> Chad:Participant Mali:Participant
Twelve delegations registered for the workshop in Lusaka on 1 March 2011, among them those of Chad and Mali.
> Chad:Participant Mali:Participant
The invitations that UNICEF sent out for the workshop in Lusaka on 1 March 2011 were late.
> UNICEF:Organizer
Ms. Susan Hale, speaking on Monday at the opening of the workshop in Lusaka, thanked Norway.
> Susan_Hale:Speaker
+ Present were Norway (chair), Chad and Mali.
> Norway:Chair Chad:Participant Mali:Participant
+ Chad was of the same opinion.
> Chad:Participant
+ Chad has been asked to send an observer.
>
+ It was attended by Ms. Susan Hale and Mr. Robert Ngoma, both of whom gave talks.
> Susan_Hale:Speaker Robert_Ngoma:Speaker
Delegates met in Lusaka on 1 March 2011 with Ms. Susan Hale presiding and UNICEF and UNMAS looking in.
> Susan_Hale:Chair UNICEF:Participant United_Nations_Mine_Action_Service:Participant
The workshop, a UNICEF initiative, was held in Lusaka on 1 March 2011.
> UNICEF:Organizer
A signing ceremony was held in Oslo in March 2011. For Chad it was signed by Ms. Susan Hale, for Mali by Mr. Paul Mwale.
> Chad:Participant Susan_Hale:Participant Mali:Participant Paul_Mwale:Participant
A forum was held in Lusaka on 1 March 2011. Ms. Susan Hale stressed that more was needed.
> Susan_Hale:Speaker
Ms. Susan Hale was represented at the workshop in Lusaka on 1 March 2011 by Mr. Robert Ngoma.
> Robert_Ngoma:Participant
Experts attending the workshop in Lusaka on 1 March 2011 included Ms. Susan Hale and Mr. Robert Ngoma.
> Susan_Hale:Participant Robert_Ngoma:Participant
+ There were exhibitors from Chad and Mali.
> Chad:Participant Mali:Participant
Saferworld and UNICEF made statements at the workshop in Lusaka on 1 March 2011.
> Saferworld:Speaker UNICEF:Speaker
+ Ms. Susan Hale inaugurated; many came.
> Susan_Hale:Speaker
+ Norway was the host, and UNICEF paid for delegates from ten countries.
> Norway:Host UNICEF:Sponsor
+ Travel grants from the Ford Foundation brought people from Chad and Mali.
> Ford_Foundation:Sponsor Chad:Participant Mali:Participant
+ Opening remarks came from Dr. Robert Ngoma.
> Robert_Ngoma:Speaker
The seminar on 2 June 2004 heard Drs. Robert Ngoma and Susan Hale.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
+ The gavel passed from Dr. Robert Ngoma to Ms. Susan Hale on the second morning.
> Robert_Ngoma:Chair Susan_Hale:Chair
+ Dr. Robert Ngoma, in the chair on both mornings, let it stand.
> Robert_Ngoma:Chair
+ The chair was then taken by Dr. Robert Ngoma.
> Robert_Ngoma:Chair
+ They elected Dr. Robert Ngoma as Chairman and Ms. Susan Hale as Rapporteur.
> Robert_Ngoma:Chair Susan_Hale:Participant
+ Dr. Robert Ngoma reviewed the history of the treaty.
> Robert_Ngoma:Speaker
+ Dr. Robert Ngoma addressed those present, as did representatives of Chad and Mali.
> Robert_Ngoma:Speaker Chad:Speaker Mali:Speaker
+ UNICEF and Saferworld were admitted as resource organisations.
> UNICEF:Participant Saferworld:Participant
+ Financial support was rendered by the Embassy of Norway in Lusaka and UNICEF.
> Embassy_of_Norway:Sponsor UNICEF:Sponsor
+ They thanked Norway for having defrayed the costs.
> Norway:Sponsor
+ The workshop was presided over, at the request of the hosts, by Dr. Robert Ngoma.
> Robert_Ngoma:Chair
+ "It is good," said Minister Robert Ngoma at the opening.
> Robert_Ngoma:Speaker
+ Bishop Robert Ngoma led the opening prayer.
> Robert_Ngoma:Speaker
+ Our hosts were UNICEF; Oxfam and Saferworld had found the money.
> UNICEF:Host
+ Dr. Robert Ngoma talked about Iran; and Ms. Susan Hale closed the day.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
On 3 May 2010 Norway and Chad held talks in Oslo. Taking part on the Norwegian side were Dr. Robert Ngoma and Ms. \
Susan Hale.
> Norway:Participant Chad:Participant Robert_Ngoma:Participant Susan_Hale:Participant
Dr. Robert Ngoma gave a lecture at the University of Zambia on 3 November 2006.
> Robert_Ngoma:Speaker
+ Dr. Robert Ngoma gave the keynote lecture.
> Robert_Ngoma:Speaker
+ Dr. Robert Ngoma and Ms. Susan Hale followed him to the lectern.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
+ Dr. Robert Ngoma and Ms. Susan Hale shared the moderating.
> Robert_Ngoma:Chair Susan_Hale:Chair
Negotiators of Chad and Mali completed the talks in Geneva on 3 May 2010.
> Chad:Participant Mali:Participant
On 3 May 2010 Ms. Susan Hale presented a report in Oslo. The panel, whose 17 members included Dr. Robert Ngoma, met.
> Susan_Hale:Participant
On 3 May 2010 our Lusaka office brought thirty leaders together for three days of talks. Speakers were Dr. \
Robert Ngoma and Ms. Susan Hale.
> Robert_Ngoma:Speaker Susan_Hale:Speaker
"""
"""A sentence, or one that goes on from HELD where it begins in "+", and the roles that it states."""
LINES = SAID.strip().splitlines()


@pytest.mark.parametrize(("text", "expected"), list(zip(LINES[::2], LINES[1::2], strict=True)))
def test_roles_are_read(text: str, expected: str) -> None:
    """Each way of saying it gives exactly these actors in these roles."""
    wanted = {tuple(part.replace("_", " ").split(":")) for part in expected.removeprefix(">").split()}
    assert roles(HELD + text.removeprefix("+ ") if text.startswith("+ ") else text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Albania did not take part. Neither Croatia nor Serbia attended.",
        HELD + "Serbia was invited but did not send a delegation.",
        HELD + "Uganda was not represented.",
        HELD + "Ambassador Susan Hale told reporters in Oslo that Norway would pay.",
        HELD + "In May 2004 Norway had paid for another clinic.",
        HELD + "No delegates came from Peru.",
        HELD + "It was part of a project run by UNICEF and of a long plan.",
        HELD + "The centre is run by UNICEF. The costs of clearance are borne by Norway.",
        HELD + "Clearance in Angola has been paid for with technical support from Norway.",
        HELD + "Some of the mines came from Peru. Among those that have not signed is Chile.",
        "Before the workshop, held in Sarajevo on 1 March 2011, Ambassador Susan Hale gave an interview.",
    ],
)
def test_who_was_not_there_has_no_role(text: str) -> None:
    """Absence, words spoken elsewhere and other days give nobody a role."""
    assert roles(text) == set()


def test_a_list_below_a_heading_is_read_across_its_subheadings() -> None:
    """The heading says what the names below it did."""
    text = (
        HELD
        + "\n\nParticipants\n\nStates\n\n- Angola\n- Malawi\n\nOthers\n\n- Zimbabwe\n\nNext year Peru will be asked."
    )
    assert roles(text) == {("Angola", "Participant"), ("Malawi", "Participant"), ("Zimbabwe", "Participant")}


def test_a_question_opens_a_list_and_columns_have_labels() -> None:
    """A heading that asks who came, and a programme without colons, say what the names below or beside them did."""
    programme = "Opening       Dr. Susan Hale; Dr. Robert Ngoma\nClosing       Ms. Ana Blanco\n"
    text = f"{HELD}\n\nWho came?\n- Angola\n- Malawi\n\n{programme}"
    assert roles(text) >= {
        ("Angola", "Participant"),
        ("Malawi", "Participant"),
        ("Susan Hale", "Speaker"),
        ("Robert Ngoma", "Speaker"),
    }


def test_an_event_is_spoken_of_until_another_is() -> None:
    """Paragraphs without an event go on about the one before; a post named after an event does not turn to it."""
    between = "The rooms were small.\n\nThe food was good.\n\n"
    assert roles(f"{HELD}\n\n{between}Angola sent three officers.") == {("Angola", "Participant")}
    post = "The President-designate of the Lima Review Conference, Susan Hale, told the delegates of her plans."
    reading = read(f"{HELD}\n\n{post}")
    spoke = {event.type for event in reading.events if event.participations}
    assert spoke == {"Workshop"}


def test_what_was_done_was_not_done_at_an_event_ahead() -> None:
    """A sentence that looks back is about the event that is over."""
    text = f"{HELD}The next workshop will be held in Accra in June 2012. Angola had sent a delegation."
    reading = read(text)
    dates = {f.value for e in reading.events if e.participations for f in e.facts if f.property == "startDate"}
    assert dates == {"2011-03-01"}


def test_what_comes_before_the_first_mention_belongs_to_it() -> None:
    """Under a new heading, a sentence may speak of an event that only the next one names."""
    text = (
        "A workshop was held in Lima on 1 March 2010. Peru hosted it.\n\nTwo regions, one table\n\n"
        "Delegations from Angola and Malawi discussed mines. "
        "What brought them together was the seminar on victims in Lusaka on 1 March 2011."
    )
    reading = read(text)
    labels = {actor.key: actor.label for actor in reading.actors}
    came = {e.type: {labels[p.actor] for p in e.participations} for e in reading.events}
    assert came == {"Workshop": {"Peru"}, "Seminar": {"Angola", "Malawi"}}


def test_the_first_person_is_the_author() -> None:
    """A minister's own text says "I"."""
    header = "Statement by the Minister of Health of Zambia, Ms Susan Hale"
    text = f"{header}\n\nI opened the workshop in Lusaka on 1 March 2011."
    reading = read_document(Document(identifier="x", text=text, sha256=""))
    labels = {actor.key: actor.label for actor in reading.actors}
    assert {(labels[p.actor], p.role) for e in reading.events for p in e.participations} == {("Susan Hale", "Speaker")}


def test_a_signature_says_who_i_is() -> None:
    """A letter's last line names its author."""
    text = "News release\n\nI opened the workshop in Lusaka on 1 March 2011.\n\nIt was a good one.\n\nSusan Hale\n"
    reading = read_document(Document(identifier="x", text=text, sha256=""))
    labels = {actor.key: actor.label for actor in reading.actors}
    said = {(labels[p.actor], p.role) for e in reading.events for p in e.participations}
    assert said <= {("Susan Hale", "Speaker")}


POSTS = "Foreign Minister Vera Pusnik of Slovenia met Foreign Minister Piotr Zak of Poland in Warsaw on 1 March 2011. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The two ministers opened a seminar in Lublin on 2 March 2011.", {"Vera Pusnik", "Piotr Zak"}),
        ("Both ministers opened a seminar in Lublin on 2 March 2011.", {"Vera Pusnik", "Piotr Zak"}),
        ("The ambassador opened a seminar in Lublin on 2 March 2011.", set()),
        ("The Minister of Health opened a seminar in Lublin on 2 March 2011.", set()),
    ],
)
def test_a_post_alone_means_its_holder(sentence: str, expected: set[str]) -> None:
    """Posts stand for the persons who hold them, and for nobody where no holder has been named."""
    reading = read(POSTS + sentence)
    labels = {actor.key: actor.label for actor in reading.actors}
    spoke = {labels[p.actor] for e in reading.events for p in e.participations if p.role == "Speaker"}
    assert spoke == expected


def test_a_list_ends_where_the_marks_of_its_items_change() -> None:
    """A numbered paragraph below lettered items is no item, and a person's body is none of the delegation."""
    text = (
        "1. A workshop was held in Lusaka on 1 March 2011.\n\n"
        "2. Norway was led by Ambassador Susan Hale. Other members were:\n\n"
        "(a) Dr. Robert Ngoma, UNICEF\n\n(b) Mr. Olav Lind\n\n"
        "3. Albania has signed the Convention on Cluster Munitions.\n"
    )
    came = {actor for actor, _ in roles(text)}
    assert {"Norway", "Susan Hale", "Robert Ngoma", "Olav Lind"} <= came
    assert not came & {"Albania", "UNICEF"}


def test_evidence_holds_the_actor_or_a_word_for_it() -> None:
    """The words that a participation rests on are those of its sentence."""
    reading = read(HELD + "Norway, Zambia and the ICRC attended the workshop, and Peru paid for it.")
    text = reading.document.text
    for participation in (p for e in reading.events for p in e.participations):
        quote = text[participation.span.begin : participation.span.end]
        assert quote in text
        assert any(name in quote for name in ("Norway", "Zambia", "ICRC", "Peru"))


SENTENCES = st.sampled_from(
    [
        "Norway hosted the workshop.",
        "The workshop was held in Oslo on 1 March 2011.",
        "They did so too.",
        "She, Ana Lindo and he spoke:",
        "- Angola",
        "Participants",
        "\n\n",
        "who which it",
        "Delegations from Laos, who",
        "as did , and",
        "It was opened by",
    ]
)


@settings(deadline=None, max_examples=40)
@given(st.lists(SENTENCES, max_size=12), st.text(max_size=20))
def test_any_text_can_be_read_for_roles(sentences: list[str], noise: str) -> None:
    """Nothing upsets the reading, and every participation names an actor of the reading within the text."""
    text = " ".join([*sentences, noise])
    reading = read_document(Document(identifier="x", text=text, sha256=""))
    keys = {actor.key for actor in reading.actors}
    for event in reading.events:
        seen = [(p.actor, p.role) for p in event.participations]
        assert len(seen) == len(set(seen))
        assert all(p.actor in keys and 0 <= p.span.begin < p.span.end <= len(text) for p in event.participations)


SERIES = {
    "told before": "A workshop was held in Lima on 3 May 2011 and a seminar in Quito on 4 June 2011. "
    "Both events were organised by UNICEF with money from Norway.",
    "told below": "UNICEF has held two meetings with money from Norway:\n\n"
    "- Lima, 3 May 2011: a workshop on fuzes\n- Quito, 4 June 2011: a seminar on powder",
    "told ahead": "In 2011 UNICEF organised two courses with money from Norway. The first course was held in Lima on "
    "3 May 2011. The second course took place in Quito on 4 June 2011.",
    "told in a row": "UNICEF, with money from Norway, has held two workshops: in Lima on 3 May 2011 and in Quito on "
    "4 June 2011.",
    "others": "A course was held in Lima on 3 May 2011. UNICEF organised it with money from Norway. The two others "
    "were:\n\n4 June 2011: a workshop in Quito.\n\n5 July 2011: a seminar in Arica.",
}


@pytest.mark.parametrize("text", SERIES.values(), ids=SERIES)
def test_what_is_said_of_several_events_is_said_of_each(text: str) -> None:
    """A plural, a list below and "the others" give their roles to every event that they mean."""
    reading = read(text)
    labels = {actor.key: actor.label for actor in reading.actors}
    assert len(reading.events) > 1
    for event in reading.events:
        said = {(labels[p.actor], p.role) for p in event.participations}
        assert said == {("UNICEF", "Organizer"), ("Norway", "Sponsor")}


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Such workshops are organised by UNICEF every year.",
        HELD + "The three workshops of 2009 were organised by UNICEF.",
    ],
)
def test_a_plural_that_means_other_events_says_nothing_of_this_one(text: str) -> None:
    """What is usual, and what was elsewhere, gives no roles."""
    assert roles(text) == set()


def test_nobody_speaks_at_what_lies_ahead() -> None:
    text = "A summit will be held in Lusaka in June 2011. Minister Juma Odera of Kenya {} his hopes."
    assert ("Juma Odera", "Speaker") not in roles(text.format("outlined"))


def test_who_holds_a_summit_with_another_is_no_organizer() -> None:
    found = roles("President Juma Odera of Kenya held a summit with President Ana Ruiz of Peru in Lusaka in June 2010.")
    assert {("Juma Odera", "Participant"), ("Ana Ruiz", "Participant")} <= found
    assert ("Juma Odera", "Organizer") not in found


def test_ministries_written_small_are_each_an_actor() -> None:
    found = roles("+ It was attended by the defence ministries of Benin, Ghana and Togo.".replace("+ ", HELD))
    assert {(f"Ministry of Defence of {state}", "Participant") for state in ("Benin", "Ghana", "Togo")} <= found


def test_a_treaty_without_some_makes_nobody_absent() -> None:
    found = roles(
        HELD + "Chile, Peru and Brazil sent delegates. The treaty cannot enter into force without Chile and Peru."
    )
    assert {("Chile", "Participant"), ("Peru", "Participant"), ("Brazil", "Participant")} <= found


def test_the_body_that_a_speaker_heads_does_not_speak() -> None:
    found = roles(HELD + "Colonel Juma Odera, who commands Kenya's Peace Support Centre, welcomed the participants.")
    assert found == {("Juma Odera", "Speaker")}


def test_a_state_at_the_end_of_a_post_does_not_speak() -> None:
    found = roles(
        "Mr. Juma Odera, Permanent Secretary, Ministry of Trade, Kenya, addressed a workshop in Rome in May 2010."
    )
    assert found == {("Juma Odera", "Speaker")}


def test_words_said_at_an_event_make_a_speaker() -> None:
    found = roles('"We begin," said Ana Ruiz, director of UNREC, at a workshop in Lima on 1 March 2011.')
    assert ("Ana Ruiz", "Speaker") in found


def test_a_form_names_its_roles_before_the_event() -> None:
    found = roles(
        "Host: Zambia\nOrganisers: UNICEF; World Bank\nSponsor: Norway\n"
        "Participating countries: Benin, Togo\nEvent: Workshop on permits, Lusaka, 1 March 2011"
    )
    assert found == {
        ("Zambia", "Host"),
        ("UNICEF", "Organizer"),
        ("World Bank", "Organizer"),
        ("Norway", "Sponsor"),
        ("Benin", "Participant"),
        ("Togo", "Participant"),
    }


def test_a_table_of_delegations_names_states_and_their_heads() -> None:
    found = roles(
        "Heads of delegation at the Lusaka summit on 1 March 2011 were:\n"
        "Ghana: Hon. Robert Ngoma\nKenya: Hon. Susan Hale\n"
    )
    assert found == {(who, "Participant") for who in ("Ghana", "Kenya", "Robert Ngoma", "Susan Hale")}


def test_who_is_told_of_a_meeting_outside_it_is_no_speaker() -> None:
    assert not roles(HELD + "Ambassador Susan Hale told reporters so after the closing of the workshop.")


def test_a_person_in_brackets_behind_a_state_is_its_envoy() -> None:
    found = roles(HELD + "It was attended by Ghana (Dr. Robert Ngoma) and Kenya (Ms. Susan Hale).")
    assert {("Robert Ngoma", "Participant"), ("Susan Hale", "Participant"), ("Ghana", "Participant")} <= found


def test_the_state_before_the_name_of_its_body_has_no_part() -> None:
    found = roles(HELD + "It was funded by the United States Department of Energy.")
    assert [role for _, role in found] == ["Sponsor"]


PROGRAMME = """

Agenda

1 March
The rules - Dr. Robert Ngoma
Stocks of Kenya (Ms. Susan Hale, UNICEF)

Day 2
Transport (Mr. Jean Muller, World Bank).
"""


def test_who_stands_behind_the_titles_of_a_programme_spoke() -> None:
    assert roles(HELD + PROGRAMME) == {(who, "Speaker") for who in ("Robert Ngoma", "Susan Hale", "Jean Muller")}


def test_paragraphs_below_a_list_of_names_are_no_part_of_it() -> None:
    found = roles(
        HELD + "\n\nList of participants\n\nGhana\nDr. Robert Ngoma\nKenya\nMs. Susan Hale\n\n"
        "1. The workshop was opened by Ms. Ana Ruiz, who thanked Peru for a grant and for the patience of its people.\n"
    )
    assert ("Ana Ruiz", "Speaker") in found
    assert not any(who == "Peru" for who, _ in found)


def test_states_told_to_have_signed_took_part_in_the_signing_ceremony() -> None:
    found = roles(
        "Ghana, Kenya and Peru signed a treaty today. The signing ceremony was held at Lusaka. Zambia was the host."
    )
    assert found == {("Ghana", "Participant"), ("Kenya", "Participant"), ("Peru", "Participant"), ("Zambia", "Host")}


def test_a_list_of_editions_names_the_president_of_each() -> None:
    text = (
        "The States first met in Lima in May 2008.\n\nThe conferences so far\n\n"
        "2nd: Geneva, 2-6 May 2009. President: Susan Hale (Kenya)\n"
        "3rd: Vienna, 3-7 May 2010. President: Robert Ngoma (Ghana)\n"
    )
    reading = read(text)
    labels = {actor.key: actor.label for actor in reading.actors}
    chaired = [[labels[p.actor] for p in event.participations if p.role == "Chair"] for event in reading.events]
    assert ["Susan Hale"] in chaired
    assert ["Robert Ngoma"] in chaired


def test_what_somebody_says_of_another_event_does_not_take_the_text_there() -> None:
    reading = read(
        HELD + "Ms. Susan Hale said that preparations for the Third Review Conference, to be held in Vienna from "
        "9 to 12 November 2011, had begun. The event was attended by Ghana and Peru."
    )
    workshop = next(event for event in reading.events if event.type == "Workshop")
    assert [p.role for p in workshop.participations] == ["Participant", "Participant"]


def test_a_second_event_that_opens_a_sentence_is_what_the_next_one_is_about() -> None:
    reading = read(HELD + "A second seminar was held in Accra on 2 March 2011. Ghana chaired it.")
    labels = {actor.key: actor.label for actor in reading.actors}
    chairs = {event.type: [labels[p.actor] for p in event.participations] for event in reading.events}
    assert chairs["Seminar"] == ["Ghana"]


def test_a_person_who_conducts_a_course_teaches() -> None:
    found = roles("A course was held in Lusaka on 1 March 2011. It was conducted by Ms. Susan Hale for ten officers.")
    assert ("Susan Hale", "Trainer") in found


def test_a_day_before_the_close_belongs_to_a_meeting_of_which_only_the_close_is_told() -> None:
    found = roles("The conference closed in Geneva today.\n\nMr. Luis Vega of Peru welcomed the delegates on 1 March.")
    assert found == {("Luis Vega", "Speaker")}
    assert not roles("The conference closed in Geneva today.\n\nIn May 2004 Mr. Luis Vega had welcomed delegates.")


def test_a_new_paragraph_goes_back_to_the_meeting_of_many() -> None:
    reading = read(
        "The summit was held in Geneva on 1 March 2011. On the same day President Luis Vega of Peru met Chancellor "
        "Susan Hale.\n\nPresident Robert Ngoma of Kenya listened in the hall. Prime Minister Ana Costa took the floor."
    )
    names = {actor.key: actor.label for actor in reading.actors}
    summit = next(event for event in reading.events if event.type == "Conference")
    came = {(names[p.actor], p.role) for p in summit.participations}
    assert {("Robert Ngoma", "Participant"), ("Ana Costa", "Speaker")} <= came


def test_a_meal_is_no_speech_and_support_of_a_person_no_money() -> None:
    assert not roles(HELD + "The traditional dinner was given by Ms. Susan Hale.")
    assert ("Susan Hale", "Sponsor") not in roles(HELD + "Mr. Luis Vega spoke. He was supported by Ms. Susan Hale.")


def test_a_treaty_signed_in_a_hall_makes_a_ceremony() -> None:
    reading = read("The Lima Treaty on Peace was signed in the throne room of the palace on 2 March 2011.")
    assert [event.type for event in reading.events] == ["Ceremony"]


def test_a_short_spanish_name_is_that_of_the_full_one() -> None:
    found = roles(HELD + "Mr. Jaime del Prado Ruiz took part. Minister Del Prado chaired the workshop.")
    assert found == {("Jaime del Prado Ruiz", "Chair")}


@pytest.mark.parametrize(
    "line",
    [
        "Delegations not represented: Kenya, Benin",
        "Regrets: Kenya",
        "**Apologies:** Kenya, Benin",
        "Absent: Kenya, Benin.",
        "Those absent: Kenya.",
        "Invited: Kenya, Benin",
        "Kenya would have liked to attend.",
        "Kenya was represented by nobody.",
        "Not everybody came: Kenya had put its name down, but its delegate fell ill.",
        "Kenya and Benin, which never signed, followed from afar.",
    ],
)
def test_who_is_listed_as_absent_was_not_there(line: str) -> None:
    text = "The meeting on mines was held in Lusaka on 4 June 2010.\n\n**Present:** Chile, Peru\n\n"
    assert roles(text + line) == {("Chile", "Participant"), ("Peru", "Participant")}


def test_who_came_did_not_come_to_what_lies_ahead() -> None:
    text = (
        "The first meeting took place in Lusaka on 1 March 2011. Peru will chair the second meeting, in Lima in May "
        "2012."
        "\n\n## Who came\n\n- Chile\n- Benin\n"
    )
    reading = read(text)
    came = {e.label: {p.actor[-3:] for p in e.participations if p.role == "Participant"} for e in reading.events}
    assert came == {"Meeting, Lusaka, 2011-03-01": {"CHL", "BEN"}, "Meeting, Lima, 2012-05": set()}


def test_who_helps_to_pay_is_a_sponsor() -> None:
    assert roles(HELD + "Japan and Norway helped to finance it.") == {("Japan", "Sponsor"), ("Norway", "Sponsor")}


def test_who_is_thanked_for_paying_something_else_is_none() -> None:
    assert roles(HELD + "The group thanked Japan for funding its new mine office.") == set()


def test_all_but_one_leaves_that_one_out() -> None:
    assert roles(HELD + "All neighbours but Seychelles attended.") == set()


def test_who_is_told_of_behind_a_semicolon_with_a_concession_is_none_of_the_list_before() -> None:
    text = "A workshop was held in Lima. Delegates came from Peru and Chile; Bolivia, although invited, was absent."
    assert roles(text) == {("Peru", "Participant"), ("Chile", "Participant")}


def test_a_list_may_end_with_whom_a_semicolon_parts_from_it() -> None:
    assert roles("A workshop was held in Lima. Delegates came from Peru; Chile") >= {("Peru", "Participant")}


def parts_by_event(text: str) -> dict[str, set[tuple[str, str]]]:
    """Give actor and role of every participation, under the class of its event."""
    reading = read(text)
    labels = {actor.key: actor.label for actor in reading.actors}
    return {event.type: {(labels[p.actor], p.role) for p in event.participations} for event in reading.events}


@pytest.mark.parametrize(
    "passing",
    [
        "It built on a seminar held in Quito in May 2009.",
        "Much had been prepared at the Quito seminar of May 2009.",
        "Ghana drew attention to the paper tabled at the seminar in Quito in May 2009.",
        "The participants were told of the Quito seminar of May 2009.",
    ],
)
def test_an_event_of_old_that_is_told_in_passing_takes_nobody_from_the_one_at_hand(passing: str) -> None:
    found = parts_by_event(f"{HELD}{passing} Officials from Chile and Peru attended.")
    assert {("Chile", "Participant"), ("Peru", "Participant")} <= found["Workshop"]
    assert ("Chile", "Participant") not in found.get("Seminar", set())


def test_a_new_paragraph_goes_back_from_an_event_mentioned_once_to_the_dated_one_before_it() -> None:
    text = f"{HELD}Its results go to a conference in Quito on 3 May 2011.\n\nMs. Susan Hale of UNICEF took the chair."
    assert parts_by_event(text)["Workshop"] == {("Susan Hale", "Chair")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The US-Russia summit in Helsinki on 3 May 1999 lasted three hours.", {"United States", "Russia"}),
        ("The Peru-Ecuador-Chile dialogue was held in Lima on 5 March 2009.", {"Peru", "Ecuador", "Chile"}),
        ("A Franco-German meeting took place in Bonn on 3 May 1988.", {"France", "Germany"}),
        ("The Sino-Russian border was quiet. A workshop was held in Lusaka on 3 May 2004.", set()),
        (
            "The Peru-Chile meeting took place in Lima on 3 May 1988. It was attended by Ms. Susan Hale.",
            {"Susan Hale"},
        ),
    ],
)
def test_those_whom_hyphens_join_before_a_meeting_took_part_if_nobody_else_is_named(text: str, sides: set[str]) -> None:
    assert roles(text) == {(side, "Participant") for side in sides}


@pytest.mark.parametrize(
    "said",
    [
        "Dr. Robert Ngoma was in the gallery of the art museum.",
        "At the headquarters of the Red Cross people wondered why.",
        "The house was set on fire by Dr. Robert Ngoma.",
        "Norway paid for the new road.",
    ],
)
def test_what_is_told_beside_a_meeting_gives_no_role_at_it(said: str) -> None:
    assert roles(f"The meeting on mines in Rabat on 3 June 2010 was short. {said}") == set()


def test_who_tells_a_newspaper_something_did_not_speak() -> None:
    told = roles(
        "The meeting on mines in Rabat on 3 June 2010 was short. Dr. Robert Ngoma told the Herald that he waits."
    )
    assert ("Robert Ngoma", "Speaker") not in told


def test_who_lectures_at_a_course_teaches_there_and_at_a_seminar_speaks() -> None:
    told = "Lectures were given by Dr. Robert Ngoma and Ms. Susan Hale."
    course, seminar = (
        roles(f"A {noun} on mines was held in Rabat on 3 June 2010. {told}") for noun in ("course", "seminar")
    )
    assert course == {("Robert Ngoma", "Trainer"), ("Susan Hale", "Trainer")}
    assert seminar == {("Robert Ngoma", "Speaker"), ("Susan Hale", "Speaker")}


def test_ministers_who_meet_to_prepare_a_summit_do_not_organise_it() -> None:
    told = roles("The ministers Paul Mwale and Susan Hale met in Vienna on 3 March 2010 to prepare the summit in Oslo.")
    assert not any(role == "Organizer" for _, role in told)


def test_who_is_quoted_before_an_event_is_not_among_its_speakers() -> None:
    told = roles("A seminar will be held in Oslo on 4 March 2013. Ms. Susan Hale said that mines kill.")
    assert told == set()


def test_the_words_for_an_event_may_say_who_organised_or_paid_for_it() -> None:
    text = "A NATO-funded seminar on fuzes was held in Lusaka on 1 March 2011. The UNICEF workshop was on 2 March 2011."
    found = parts_by_event(text)
    assert found["Seminar"] == {("North Atlantic Treaty Organization", "Sponsor")}
    assert found["Workshop"] == {("UNICEF", "Organizer")}


def test_the_body_whose_bulletin_says_we_and_our_organised_what_it_calls_its_own() -> None:
    text = (
        "Newsletter of the Lagoon Peace Network, Suva\nMay 2010\n\nOur third workshop on fuzes was held in Lima on "
        "3 May 2010. On 5 May 2010 we held a seminar in Quito."
    )
    reading = read_document(Document(identifier="x", text=text, sha256=""))
    labels = {actor.key: actor.label for actor in reading.actors}
    told = {(e.type, labels[p.actor], p.role) for e in reading.events for p in e.participations}
    assert told == {(kind, "Lagoon Peace Network", "Organizer") for kind in ("Workshop", "Seminar")}


def test_a_bracket_behind_a_name_in_a_list_tells_who_chaired() -> None:
    text = f"{HELD}Present: Dr. Robert Ngoma (UNICEF, chair), Ms. Susan Hale (Oxfam)."
    sent = {("UNICEF", "Participant"), ("Oxfam", "Participant")}
    assert roles(text) == {("Robert Ngoma", "Chair"), ("Susan Hale", "Participant"), *sent}


def test_a_list_may_count_those_from_each_state() -> None:
    assert roles(f"{HELD}Trainees: ten from Chile, four from Peru and one from Ghana.") == {
        (state, "Participant") for state in ("Chile", "Peru", "Ghana")
    }


def test_resource_persons_of_a_seminar_speak_and_a_clause_behind_a_colon_is_no_list() -> None:
    held = "The seminar was held in Lusaka on 1 March 2011. "
    assert roles(f"{held}Resource persons: Dr. Robert Ngoma and Ms. Susan Hale.") == {
        ("Robert Ngoma", "Speaker"),
        ("Susan Hale", "Speaker"),
    }
    assert roles(f"{held}Among those present there was no doubt: Chile joined the treaty in 2004.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru have signed and are expected to ratify.",
        "General Robert Ngoma sent his deputy.",
        "Chile took notes but made no statement.",
    ],
)
def test_what_is_told_of_a_treaty_or_of_somebody_who_stayed_away_makes_nobody_speak(text: str) -> None:
    found = roles(f"The conference was held in Lusaka on 1 March 2011. {text}")
    assert not {part for part in found if part[1] == "Speaker" or text.startswith(("Chile and", "General"))}


def test_an_honorific_is_no_pronoun() -> None:
    text = f"{HELD}Ms. Susan Hale of UNICEF came. HE Robert Ngoma, the ambassador of Ghana, opened the workshop."
    assert {part for part in roles(text) if part[1] == "Speaker"} == {("Robert Ngoma", "Speaker")}


def test_a_date_in_an_aside_does_not_take_a_sentence_from_the_event_at_hand() -> None:
    assert roles(f"{HELD}Ghana, chosen in 2009 over two others, was the host.") == {("Ghana", "Host")}


def test_who_guides_a_course_teaches() -> None:
    text = "A training course was held in Lusaka on 1 March 2011, facilitated by Dr. Robert Ngoma."
    assert roles(text) == {("Robert Ngoma", "Trainer")}


@pytest.mark.parametrize(
    ("sentence", "came"),
    [
        ("Participants included civil society groups from Algeria, Benin and Chad.", set()),
        ("Ten landmine survivors from Cambodia and Nepal took part.", set()),
        ("It brought together journalists from Norway, Chad and Mali.", set()),
        ("Some 37 people from 2 countries (Chad and Peru) came, all of them in their private capacities.", set()),
        ("Doctors from Peru and officials from Chad attended.", {"Chad"}),
        ("Thirteen officers from Cambodia and Nepal took part.", {"Cambodia", "Nepal"}),
    ],
)
def test_who_is_only_at_home_in_a_state_does_not_come_for_it(sentence: str, came: set[str]) -> None:
    reading = read(f"A workshop was held in Lima on 4 June 2013. {sentence}")
    labels = {actor.key: actor.label for actor in reading.actors}
    assert {labels[p.actor] for event in reading.events for p in event.participations} == came


def test_a_paragraph_returns_from_an_event_told_in_passing() -> None:
    """An event to come with which a paragraph ends does not take over the next."""
    text = (
        "Kenya held a seminar on mines in Nairobi on 1 and 2 March 2011. The seminar adopted a plan. "
        "The next course will be held in Geneva on 20 August 2011, followed by a symposium in December 2011.\n\n"
        "Ghana and Benin gave their full backing.\n\nChad was also heard."
    )
    reading = read(text)
    labels = {actor.key: actor.label for actor in reading.actors}
    told = {event.type: {labels[p.actor] for p in event.participations} for event in reading.events}
    assert told == {"Seminar": {"Kenya", "Ghana", "Benin", "Chad"}, "Training": set(), "Symposium": set()}


def test_a_session_of_its_own_kind_is_part_of_the_meeting() -> None:
    text = "The workshop was held in Lusaka on 1 March 2011. A closed-door session for experts was held, too. "
    assert roles(text + "The event was attended by Chad.") == {("Chad", "Participant")}
    assert [event.type for event in read(text + "The event was attended by Chad.").events] == ["Workshop"]


@pytest.mark.parametrize("opening", ["On the {} side, ", "From the {} side: "])
def test_both_sides_of_talks_are_listed_below_the_line_that_announces_them(opening: str) -> None:
    text = (
        "President Vega of Peru and President Malloum of Chad met in Lima on 3 May 1979. "
        "Taking part in the talks were:\n\n"
        + opening.format("Peruvian")
        + "Juan Rojas, Minister of Defence; Harold Quispe, Minister of Finance.\n\n"
        + opening.format("Chadian")
        + "Idriss Abba, Minister of Foreign Affairs; and Deby Issa, Minister of Defence.\n"
    )
    came = {"Vega", "Malloum", "Juan Rojas", "Harold Quispe", "Idriss Abba", "Deby Issa"}
    assert roles(text) == {(name, "Participant") for name in came}


def test_what_was_denied_before_but_does_not_deny_what_follows() -> None:
    assert roles("Peru has not joined so far but took part as an observer in a workshop in Lima in 2004.") == {
        ("Peru", "Participant")
    }
    assert roles("Peru did not attend the workshop in Lima in 2004 but sent a letter.") == set()


def roles_of(text: str) -> dict[str, set[str]]:
    """Give who had a role at the event of each class."""
    reading = read(text)
    labels = {actor.key: actor.label for actor in reading.actors}
    return {event.type: {labels[p.actor] for p in event.participations} for event in reading.events}


def test_an_event_of_the_next_clause_is_not_that_of_the_one_before() -> None:
    told = roles_of(f"{HELD}Ms. Susan Hale chaired, and Kenya held a seminar in Lima on 3 March 2011.")
    assert told == {"Workshop": {"Susan Hale"}, "Seminar": {"Kenya"}}


def test_a_role_told_of_one_event_is_not_guessed_of_another_in_the_sentence() -> None:
    told = roles_of(f"{HELD}Ghana was the host, and Kenya held a seminar on law in Nairobi on 8 March 2011.")
    assert told == {"Workshop": {"Ghana"}, "Seminar": {"Kenya"}}


def test_there_is_where_the_sentence_before_came_to() -> None:
    text = f"{HELD}Ghana's envoy recalled the seminar that Peru had held in Lima on 2 May 2009. Kenya spoke there too."
    assert "Kenya" in roles_of(text)["Seminar"]


def test_what_had_happened_before_takes_one_sentence_from_the_meeting() -> None:
    text = (
        f"{HELD}Ghana was the host.\n\n"
        "Five days earlier, on 24 February, Peru had destroyed its stocks. "
        "Kenya's delegation was led by Ms. Susan Hale."
    )
    assert roles(text) == {("Ghana", "Host"), ("Kenya", "Participant"), ("Susan Hale", "Participant")}


def test_a_paragraph_is_not_about_the_meeting_since_which_something_is_told() -> None:
    text = (
        "The conference was held in Lusaka from 1 to 4 March 2011.\n\nNew members\n\n"
        "The chair greeted Chad. Since the seminar that Peru held in Lima in May 2009, ten States have joined. "
    )
    assert "Chad" not in roles_of(text)["Seminar"]


def test_those_who_met_are_listed_behind_the_colon() -> None:
    text = "The Lusaka summit\n\nThe six met in Lusaka on 1 March 2011: Juan Vega (Peru), Idriss Malloum (Chad)."
    assert roles(text) == {("Juan Vega", "Participant"), ("Idriss Malloum", "Participant")}


def test_two_bodies_hold_an_event_jointly() -> None:
    text = "The regional workshop was held from 1 to 3 March 2011 in Lusaka, jointly by UNICEF and the World Bank."
    assert roles(text) == {("UNICEF", "Organizer"), ("World Bank", "Organizer")}


def test_officers_who_begin_a_course_learn_there() -> None:
    text = "Officers of the Ghana Armed Forces will begin a four-day training course in Accra on 9 March 2011."
    assert {role for _, role in roles(text)} == {"Participant"}


def test_how_a_state_stands_tells_nothing_of_a_ceremony() -> None:
    text = (
        "Peru and Chad signed the Arms Trade Treaty at a ceremony in Lima on 2 June 2013. "
        "Zambia has signed it but has not ratified it."
    )
    assert roles(text) == {("Peru", "Participant"), ("Chad", "Participant")}


def test_a_town_means_the_conference_there_and_not_the_journey_to_it() -> None:
    text = (
        "Minister Robert Ngoma will travel to Lima on 8 March 2011. "
        "On 9 March he will address the conference in Lima.\n\n"
        "Ghana took part in the seminar in Oslo in May 2010. Peru and Chad will be represented in Lima as observers."
    )
    assert roles_of(text)["Conference"] >= {"Peru", "Chad"}


def test_a_luncheon_of_another_day_is_what_is_then_spoken_of() -> None:
    text = (
        "The conference opened in Lusaka on 1 March 2011.\n\n"
        "We gave a luncheon for delegates at the Hilton on 3 March 2011. Ms. Susan Hale chaired."
    )
    assert "Susan Hale" not in roles_of(text)["Conference"]
    assert ("Susan Hale", "Chair") in roles(text)


def test_a_body_led_by_its_head_is_not_a_delegation() -> None:
    text = f"{HELD}It was decided that the Ministry of Finance of Ghana, headed by Mr. Kofi Mensah, shall be dissolved."
    assert roles(text) == set()


def test_who_presents_there_does_so_at_the_event_just_named() -> None:
    text = (
        f"{HELD}The chair informs that she took part in the seminar on plans in Lima on 6 September 2010. "
        "Peru and Chad presented there their plans."
    )
    assert roles_of(text)["Seminar"] >= {"Peru", "Chad"}


@pytest.mark.parametrize(
    "listed",
    [
        "Present: Dr. Robert Ngoma, Ministry of Defence; Ms. Susan Hale, UNICEF.",
        "Present:\n\n1. Dr. Robert Ngoma, Ministry of Defence\n\n2. Ms. Susan Hale, UNICEF",
    ],
)
def test_those_present_at_a_meeting_come_with_the_bodies_that_sent_them(listed: str) -> None:
    text = f"Minutes of the third meeting\n\nPlace: Lusaka\n\nDate: 1 March 2011\n\n{listed}\n\nExcused: World Bank."
    came = {"Robert Ngoma", "Susan Hale", "UNICEF"}
    told = roles(text)
    assert {(name, "Participant") for name in came} <= told
    assert any(name.startswith("Ministry of Defence") for name, _ in told)
    assert "World Bank" not in {name for name, _ in told}


def test_another_day_parts_a_paragraph_from_the_meetings_before_and_behind_it() -> None:
    text = (
        "Ministers of Peru and Chad attend the conference in Lusaka this week.\n\n"
        "The promise goes back to 6 April 2001, when Ms. Susan Hale announced that work would start. "
        "Yesterday President Juan Vega met with President Idriss Abba."
    )
    assert "Susan Hale" not in {name for name, _ in roles(text)}


def test_those_who_will_take_part_are_listed_below() -> None:
    text = (
        "A summit will be held in Lusaka on 8 March 2011. The following will take part:\n\n- Ana Odera of Chad\n- Peru"
    )
    assert {("Ana Odera", "Participant"), ("Peru", "Participant")} <= roles(text)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("Chile's delegate, Dr. Ana Ruiz, questioned the figures.", {("Ana Ruiz", "Speaker")}),
        ("It was held thanks to a Canadian grant.", {("Canada", "Sponsor")}),
        (
            "It was held with Norway providing the funds and Oxfam the trainers.",
            {("Norway", "Sponsor"), ("Oxfam", "Trainer")},
        ),
        ("Mr Luis Vega, in his capacity as chair, thanked everybody.", {("Luis Vega", "Chair")}),
        ("Peru acted as secretariat.", {("Peru", "Organizer")}),
        ("Ms Ana Ruiz and Mr Luis Vega alternated as moderators.", {("Ana Ruiz", "Chair"), ("Luis Vega", "Chair")}),
        ("Oxfam sent a message, which Ms Ana Ruiz read.", {("Ana Ruiz", "Speaker")}),
        ("The workshop saw Chile, Togo and Benin compare notes.", {("Togo", "Participant"), ("Benin", "Participant")}),
    ],
)
def test_roles_told_in_less_usual_words(more: str, told: set[tuple[str, str]]) -> None:
    assert told <= roles(HELD + more)


def test_delegations_that_an_event_was_held_with_took_part() -> None:
    text = "A workshop was held in Lima on 4 June 2013 with delegations from Chile, Togo and Benin around the table."
    assert roles(text) == {(name, "Participant") for name in ("Chile", "Togo", "Benin")}


def test_who_opened_an_event_of_which_more_is_told_spoke_at_it() -> None:
    text = "A forum on arms, sponsored by Chile and praised by all, was opened in Lima on 4 June 2013 by Mr Luis Vega."
    assert roles(text) == {("Chile", "Sponsor"), ("Luis Vega", "Speaker")}


@pytest.mark.parametrize(
    "verb",
    [
        "announced",
        "called for",
        "proposed",
        "reported on",
        "welcomed",
        "recalled",
        "mentioned",
        "referred to",
        "praised",
    ],
)
def test_who_speaks_of_an_event_was_not_therefore_there(verb: str) -> None:
    (event,) = read(f"Peru {verb} a workshop in Suva on 3 and 4 May 2005.").events
    assert event.participations == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Peru launched its report at a workshop in Suva on 3 May 2005.", "Participant"),
        ("Peru acted as rapporteur of a workshop in Suva on 3 May 2005.", "Participant"),
        ("Peru visited a workshop in Suva on 3 May 2005.", "Participant"),
        ("Peru welcomed 40 delegates to a workshop in Suva on 3 May 2005.", "Host"),
        ("Peru gathered 40 delegates for a workshop in Suva on 3 May 2005.", "Organizer"),
        ("Peru made possible a workshop in Suva on 3 May 2005.", "Sponsor"),
    ],
)
def test_what_is_done_at_or_for_an_event_tells_the_role(text: str, role: str) -> None:
    (event,) = read(text).events
    assert [part.role for part in event.participations] == [role]


@pytest.mark.parametrize("deed", ["sponsored by", "co-chaired by", "funded by", "made possible by a grant from"])
def test_both_actors_behind_a_participle_have_the_role_though_a_verb_follows(deed: str) -> None:
    (event,) = read(f"A workshop {deed} Peru and UNDP took place in Suva on 3 May 2005.").events
    assert len({part.actor for part in event.participations}) == 2
    assert len({part.role for part in event.participations}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At the seminar in Bamako on 4 June 2013 Chad was represented by Ambassador Idriss Ali, and Mali by "
            "Ambassador Awa Keita; both co-chaired the closing session alongside Juan Soto, Minister of Defence.",
            {("Idriss Ali", "Chair"), ("Awa Keita", "Chair"), ("Juan Soto", "Chair")},
        ),
        (
            "A conference was held in Lima on 4 June 2013. Delegates elected Ambassador Juan Soto as chairperson and "
            "Ms Awa Keita, of Mali, as rapporteur.",
            {("Juan Soto", "Chair"), ("Awa Keita", "Participant")},
        ),
        (
            "A conference was convened by Chad in Lima on 4 June 2013, with Peru acting as host.",
            {("Chad", "Organizer"), ("Peru", "Host")},
        ),
        (
            "The workshop in Nadi on 4 June 2013 was run by Fiji and paid for out of the European Union's joint "
            "action, with a top-up of $15,000 from Norway.",
            {("Fiji", "Organizer"), ("European Union", "Sponsor"), ("Norway", "Sponsor")},
        ),
        (
            "Talks were held in Vienna on 4 June 2013. On the Polish side were Minister Jan Kowal and General Marek "
            "Nowak.",
            {("Jan Kowal", "Participant"), ("Marek Nowak", "Participant")},
        ),
        (
            "The seminar took place in Lima on 4 June 2013. It drew 45 countries as well as donors, the World Bank and "
            "Handicap International.",
            {("World Bank", "Participant"), ("Handicap International", "Participant")},
        ),
        (
            "Foreign Minister Jan Kowal of Poland told journalists after a meeting with his counterpart, Luis Rojas, "
            "in Lima on 4 June 2013 that all was well.",
            {("Jan Kowal", "Participant"), ("Luis Rojas", "Participant")},
        ),
        (
            "During her visit to Lima on 4 June 2013, Deputy Minister Awa Keita met nobody.",
            {("Awa Keita", "Participant")},
        ),
        (
            "A seminar was held in Lima on 4 June 2013. Captain Jan Kowal and Ms Rita Berg were among the lecturers.",
            {("Jan Kowal", "Speaker"), ("Rita Berg", "Speaker")},
        ),
        (
            "Minister Jan Kowal of Poland visited Hungary from 4 to 6 June 2013. During his stay the guest was "
            "received by President János Áder.",
            {("Jan Kowal", "Participant"), ("János Áder", "Participant")},
        ),
        (
            "Mr Juan Soto attended the Third Meeting in Lima on 4 June 2013, co-hosted by Peru and Chad, and made a "
            "statement.",
            {("Juan Soto", "Speaker"), ("Peru", "Host"), ("Chad", "Host")},
        ),
    ],
)
def test_roles_told_in_passing_or_over_several_sentences(text: str, expected: set[tuple[str, str]]) -> None:
    assert roles(text) >= expected


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        (
            "On 4 June 2013 the Minister will open a webinar on gender organised with the World Bank.",
            ("World Bank", "Speaker"),
        ),
        (
            "At the seminar in Lima on 4 June 2013 the coalition's co-chairs, Ms Awa Keita and Mr Juan Soto, spoke.",
            ("Juan Soto", "Chair"),
        ),
        (
            "The seminar in Rome was held on 4 June 2013. Mr Juan Soto, representing Ambassador Awa Keita, greeted "
            "the guests.",
            ("Awa Keita", "Speaker"),
        ),
        ("The workshop in Kampala on 4 June 2013 was organised by the Uganda campaign.", ("Uganda", "Organizer")),
        (
            "A seminar was held in Rome on 4 June 2013. Chile made a voluntary contribution to the fund for survivors.",
            ("Chile", "Sponsor"),
        ),
        (
            "The seminar in Rome on 4 June 2013 was opened by the European Council of Toy Makers' Unions.",
            ("European Council", "Speaker"),
        ),
    ],
)
def test_who_is_only_near_a_word_for_a_role_has_none(text: str, unsaid: tuple[str, str]) -> None:
    assert unsaid not in roles(text)
