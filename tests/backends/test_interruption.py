"""Stopping a network between two blocks, without touching another thread that runs it."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from tas_desktop.backends.interruption import stopping_when, watch_blocks
from tests.support.patience import join, run_aside


class Stop(Exception):
    pass


def block():
    return nn.Sequential(nn.Linear(2, 2), nn.ReLU())


class Tower(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList([block() for _ in range(4)])
        self.head = nn.Linear(2, 1)

    def forward(self, x):
        for one in self.blocks:
            x = one(x)
        return self.head(x)


@pytest.fixture
def tower():
    network = Tower()
    assert watch_blocks(network) == 4
    return network


def test_each_block_looks_first(tower):
    looks = []
    with stopping_when(lambda: looks.append(1)):
        tower(torch.ones(1, 2))
    assert len(looks) == 4
    tower(torch.ones(1, 2))
    assert len(looks) == 4


def test_what_the_look_raises_ends_the_pass(tower):
    looks = []

    def check():
        looks.append(1)
        if len(looks) == 2:
            raise Stop

    with pytest.raises(Stop), stopping_when(check):
        tower(torch.ones(1, 2))
    assert len(looks) == 2


def test_another_thread_goes_on(tower):
    def check():
        raise Stop

    found = []
    with stopping_when(check):
        join(run_aside(lambda: found.append(tower(torch.ones(1, 2)))))
    assert len(found) == 1


def test_a_row_that_is_nested_counts_each_block_once():
    assert watch_blocks(nn.Sequential(nn.Sequential(block(), block()), block())) == 4
