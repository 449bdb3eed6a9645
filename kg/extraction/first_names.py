"""First names common in Britain: a capitalised name behind one is a person's, uncalled or not."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.capitals import words_of
from kg.extraction.jobs import TITLE

FIRST_NAMES = words_of(
    """
    Aaron Abigail Adam Adele Adrian Aileen Aisha Alan Alana Alasdair Alastair Albert Alec Alex
    Alexander Alexandra Alf Alfred Ali Alice Alison Alistair Allan Amanda Amar Amina Amir Amit Amy
    Andrea Andrew Andy Angela Angus Anil Anita Anjali Ann Anna Annabel Anne Annette Annie Anthony
    Antonia Anwar Arjun Arthur Arun Asha Ashley Asif Audrey Ayesha Barbara Barry Beatrice Becky Ben
    Benjamin Bernadette Bernard Beryl Beth Bethan Betty Bev Beverley Bill Billy Bob Brenda Brendan
    Bridget Brian Bronwen Bruce Bryan Bryony Callum Cameron Carl Carla Carly Carol Carole Caroline
    Carolyn Cath Catherine Cathy Catriona Cecilia Charles Charlie Charlotte Chloe Chris Christina
    Christine Christopher Claire Clara Clare Clive Colette Colin Colleen Conor Craig Daljit Damian
    Daniel Danielle Danny Darren Dave David Dawn Dean Deborah Debbie Declan Deepak Deirdre Denis
    Denise Dennis Derek Des Diana Diane Dinesh Dominic Donald Donna Dora Doreen Dorothy Doug Douglas
    Duncan Ed Eddie Edith Edward Edwin Eileen Elaine Eleanor Elizabeth Ella Ellen Ellie Elliot Elsie
    Emily Emma Eric Erin Esther Ethel Eva Eve Evelyn Faisal Farah Farida Fatima Felicity Fergus
    Fiona Florence Frances Francesca Francis Frank Fred Freda Gabriel Gareth Gary Gavin Gemma Geoff
    Geoffrey George Georgia Georgina Gerald Geraldine Gerard Gill Gillian Gina Giles Glen Glenda
    Glenn Gloria Gordon Grace Graeme Graham Greg Gurpreet Gwen Hannah Harbir Harjit Harold
    Harriet Harry Hassan Hazel Heather Helen Helena Henry Hilary Holly Howard Hugh Humphrey Ian
    Imogen Imran Indira Irene Iris Isaac Isabel Isobel Ivan Jack Jackie Jacob Jacqueline Jacqui
    Jake James Jamie Jan Jane Janet Janice Janine Jasmine Jason Jasper Jatinder Javed Jayne Jean
    Jeanette Jeff Jeffrey Jen Jennifer Jenny Jeremy Jess Jessica Jill Jim Jo Joan Joanna Joanne Joe
    Joel John Johnny Jon Jonathan Jordan Joseph Josephine Josh Joshua Joyce Judith Judy Jules Julia
    Julian Julie Juliet June Justin Justine Karen Karim Karl Kate Katherine Kathleen Kathryn Kathy
    Katie Katy Kavita Kay Keith Kelly Ken Kenneth Kerry Kevin Khalid Kieran Kim Kiran Kirsten Kirsty
    Krishna Kumar Kyle Lakshmi Laura Lauren Laurence Leah Lee Len Leo Leon Leonard Lesley Leslie
    Lewis Liam Libby Lilian Lillian Lily Linda Lindsay Lisa Liz Lizzie Lois Lorna Lorraine Louis
    Louise Lucas Lucy Luke Lydia Lynda Lyn Lynn Lynne Madeleine Maeve Maggie Mair Malcolm Mandy
    Manjit Manoj Marcus Margaret Maria Marian Marianne Marie Marilyn Marion Marjorie Mark Martha
    Martin Martyn Mary Matt Matthew Maureen Maurice Mavis Maxine Meena Meera Megan Mel Melanie
    Melissa Meryl Michael Michelle Mick Mike Mildred Miles Millie Miranda Miriam Mohammed Mohamed
    Moira Molly Mona Monica Morag Muhammad Muriel Nadia Naomi Naresh Nasreen Natalie Natasha Nathan
    Neil Nia Niall Nick Nicky Nicola Nicole Nigel Nikhil Nina Nisha Noah Noel Nora Noreen Norma
    Norman Oliver Olivia Oscar Owen Pam Pamela Parveen Pat Patricia Patrick Paul
    Paula Pauline Peggy Penelope Penny Pete Peter Phil Philip Philippa Phillip Phyllis Pippa
    Poppy Pradeep Priya Rachael Rachel Raj Rajesh Ralph Ramesh Ravi Ray Raymond Rebecca Reena
    Reg Rhian Rhys Richard Rick Rita Rob Robert Robin Rod Roderick Roger Roland Rona Ronald
    Ros Rosalind Rosamund Roshni Rosemary Rosie Ross Roy Rupert Russell Ruth Ryan Sadia Sally Sam
    Samantha Samina Samira Samuel Sandeep Sandra Sangeeta Sanjay Sara Sarah Satnam Scott Sean
    Seema Selina Shabana Shahid Sharon Shaun Sheena Sheila Shelley Shirley Shona Sian Simon Simone
    Siobhan Sonia Sophia Sophie Stacey Stan Stanley Stella Stephanie Stephen Steve Steven Stewart
    Stuart Sue Sujata Sunil Sunita Susan Susannah Suzanne Suzie Sylvia Tanya Tara Tariq Ted Teresa
    Terence Terri Terry Tess Tessa Theo Theresa Thomas Tim Timothy Tina Toby Tom Tommy Toni Tony
    Tracey Tracy Trevor Tricia Trish Una Usha Valerie Vanessa Vera Vernon Veronica Vicki Vicky
    Victor Vijay Vikram Vincent Viv Vivien Vivienne Wayne Wendy William Winifred Yasmin Yusuf
    Yvonne Zahra Zara Zoe
    """
)
BUILDINGS = words_of(
    """
    House Lodge Court Lane Road Street Close Avenue Park Hall Gate Green Hill Villa Manor Place
    Square Gardens Grove Grange Theatre Hospice Wing Ward Line Valley Bridge Docks Square Station
    """
)
"""Words behind a first name that make the whole a place: "Victoria Park"."""


_JOB_OR_DOING = re.compile(rf"(?:{TITLE}|\w{{3,}}ing)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_job(word: str) -> bool:
    """Whether a word that might begin a name is a job or a participle instead.

    >>> is_job("Ophthalmologist"), is_job("Making"), is_job("Dean"), is_job("Hannah")
    (True, True, False, False)
    """
    return word not in FIRST_NAMES and _JOB_OR_DOING.fullmatch(word) is not None


def is_called(words: list[str]) -> bool:
    """Whether a run of capitalised words begins as a person's name does, and ends as no place's.

    >>> is_called(["Naresh", "Rati"]), is_called(["Florence", "House"])
    (True, False)
    """
    return words[0] in FIRST_NAMES and words[-1] not in BUILDINGS


def is_surname(text: str, start: int, end: int) -> bool:
    """Whether one word stands behind a first name: "Paul Roche" is no firm.

    >>> is_surname("Paul Roche came", 5, 10), is_surname("From Roche", 5, 10)
    (True, False)
    """
    before = text[max(0, start - 20) : start].split(" ")
    one = " " not in text[start:end] and len(before) > 1 and not before[-1]
    return one and before[-2].strip("“\"'(") in FIRST_NAMES
