"""Makes reports as python-docx saves them, and mails as Python's own library packs them.

Called by `programs.rs` with the folder to write into and a text fixture that becomes a mail.
"""

import sys
from email import policy
from email.message import EmailMessage
from html import escape
from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

FOLDER = Path(sys.argv[1])


def link(paragraph, address, words):
    """Words that link to an address, as a relationship of the part."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    element.append(run)
    paragraph._p.append(element)


def table(document, rows, style=None):
    made = document.add_table(rows=len(rows), cols=len(rows[0]), style=style)
    for row, cells in zip(made.rows, rows):
        for cell, words in zip(row.cells, cells):
            cell.text = words


def tide():
    """Capitals, a title block that is a table, automatic numbers, people in columns."""
    document = docx.Document()
    document.add_heading("WESTERN TIDE WARDENS", 0)
    document.add_heading("MINUTES OF THE 14TH MEETING", 1)
    table(
        document,
        [
            ("Date", "12/03/2026"),
            ("Time", "14:30 – 16:00 CET"),
            ("Venue", "Online (Jitsi)"),
            ("Chair", "Ruth Okonjo-Bell"),
        ],
    )
    document.add_heading("AGENDA", 1)
    for item in ["Opening", "Sea wall survey", "Budget for 2027", "Date of next meeting"]:
        document.add_paragraph(item, style="List Number")
    document.add_heading("1. OPENING", 1)
    document.add_paragraph("Ruth welcomed everybody.")
    document.add_heading("2. SEA WALL SURVEY", 1)
    paragraph = document.add_paragraph("Pieter de Wit presented the survey, which is at ")
    link(paragraph, "https://survey.example/wall?y=2026", "the survey page")
    paragraph.add_run(". Two points were raised:")
    document.add_paragraph("The north wall needs repair before the winter.", style="List Bullet")
    document.add_paragraph("A second opinion is wanted by 3 of the 9.", style="List Bullet")
    document.add_heading("Decisions", 2)
    document.add_paragraph("It was decided to ask for two offers.")
    document.add_heading("3. BUDGET FOR 2027", 1)
    document.add_paragraph("Item postponed.")
    document.add_heading("4. DATE OF NEXT MEETING", 1)
    document.add_paragraph("The next meeting will be on Thursday 9th April 2026 at 14:30 CEST.")
    document.add_heading("PARTICIPANTS", 1)
    people = [
        ("Name", "Organisation", "E-mail", "Present"),
        ("Ruth Okonjo-Bell", "Tide Office", "ruth@tide.example", "yes"),
        ("Pieter de Wit", "Survey Bureau Ltd", "p.dewit@survey.example", "yes"),
        ("Maria dos Santos", "University of the Coast", "ms@uni.example", "no"),
    ]
    table(document, people, "Table Grid")
    return document


def archives():
    """Nothing but bold headings; lists of people beside their labels; a table of actions."""
    document = docx.Document()

    def bold(words):
        paragraph = document.add_paragraph()
        paragraph.add_run(words).bold = True
        return paragraph

    bold("Open Archives Committee")
    bold("Notes of the meeting held on Thursday 12th March 2026")
    bold("Present: ").add_run(
        "Hannah Frey (chair), Omar El Sayed, Councillors Ada Brook, Ben Cole and Cleo Dunn, "
        "Yuki Tan (minutes)"
    )
    bold("Apologies: ").add_run("Grace Hill")
    bold("Matters arising")
    document.add_paragraph("The minutes of 12/02/2026 were approved.")
    bold("Catalogue")
    document.add_paragraph("Yuki showed the new catalogue. The committee asked for:")
    document.add_paragraph("a search by year", style="List Bullet")
    document.add_paragraph("a list of the 20 most used boxes", style="List Bullet")
    bold("Any other business")
    document.add_paragraph("None.")
    bold("Next meeting")
    document.add_paragraph("Thursday 16th April, 10.30 am, Town Hall, Room 2.")
    bold("Actions")
    table(
        document,
        [
            ("No.", "Action", "Who", "By"),
            ("1", "Send the list of boxes", "Yuki", "20 March 2026"),
            ("2", "Ask for a second scanner", "Omar", "end of March"),
        ],
    )
    return document


def seeds():
    """Group and number in the title, topics, Roman numbers, people by region."""
    document = docx.Document()
    title = "Global Seed Exchange (GSE) – Coordination Call #23"
    document.add_paragraph(title, style="Title")
    document.add_paragraph("Date and time: Tuesday, March 3rd, 2026, 5:00 PM UTC")
    document.add_paragraph("Facilitator: Tomás Ibáñez")
    document.add_heading("Executive summary", 1)
    document.add_paragraph("The call agreed on the rules and set up a small team of 4 people.")
    document.add_heading("Topics", 1)
    for topic in ["Rules for exchange", "Small team", "Website"]:
        document.add_paragraph(topic, style="List Bullet")
    document.add_heading("I. Rules for exchange", 1)
    document.add_paragraph("Tomás presented version 3 of the rules.")
    document.add_heading("a) Fees", 2)
    document.add_paragraph("No fees are to be taken before 2028.")
    document.add_heading("b) Labels", 2)
    document.add_paragraph("Labels carry the year, the place and the name.")
    document.add_heading("II. Small team", 1)
    document.add_paragraph("Four people volunteered: Aroha, Bo, Chiara and Dev.")
    document.add_heading("III. Website", 1)
    document.add_paragraph("To be discussed next time.")
    document.add_heading("Next call", 1)
    document.add_paragraph("April 7th, 2026, 17:00 UTC.")
    document.add_heading("Attendees", 1)
    document.add_paragraph("Africa: Wanjiru Kamau – Seed Bank; Tunde Bello – independent")
    document.add_paragraph("Asia-Pacific: Aroha Ngata – Te Kākano Trust; Dev Rao – Seeds India")
    document.add_paragraph("Europe: Tomás Ibáñez – Red de Semillas; Bo Lind – Sesam")
    return document


def mails(fixture):
    """The same report as the body of mails in every transfer encoding, and as an attachment."""
    text = fixture.read_text(encoding="utf-8")
    page = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    for name, kind, encoding in [
        ("plain-quoted-printable", "plain", "quoted-printable"),
        ("plain-base64", "plain", "base64"),
        ("html-quoted-printable", "html", "quoted-printable"),
        ("html-base64", "html", "base64"),
    ]:
        mail = letter()
        words = text if kind == "plain" else f"<html><body>{page}</body></html>"
        mail.set_content(words, subtype=kind, cte=encoding)
        (FOLDER / f"{name}.eml").write_bytes(mail.as_bytes())
    mail = letter()
    mail.set_content("Dear all,\n\nplease find the report attached.\n\nAna\n")
    document = (FOLDER / "tide-14.docx").read_bytes()
    kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    mail.add_attachment(document, maintype="application", subtype=kind, filename="Bericht – März.docx")
    (FOLDER / "attached.eml").write_bytes(mail.as_bytes())


def letter():
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = "Ana Example <ana@example.org>"
    mail["To"] = "list@example.org"
    mail["Subject"] = "Report – draft for comments"
    return mail


tide().save(FOLDER / "tide-14.docx")
archives().save(FOLDER / "archives.docx")
seeds().save(FOLDER / "seeds-23.docx")
mails(Path(sys.argv[2]))
