"""The site on this machine for those who work on it: a server that tells the browser when to load a page again."""

from newsbrief.serve.beside import Beside as Beside
from newsbrief.serve.proofs import ROOT as ROOT
from newsbrief.serve.proofs import Proofs as Proofs
from newsbrief.serve.server import Server as Server
