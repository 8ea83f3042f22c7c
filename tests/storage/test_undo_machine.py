"""Random sequences of decisions, edits, undo and redo, against a model made of plain lists."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionStatus, ImageStatus
from tests.storage.storage_values import accept, box_mask, stored_images

PLACES = (0, 1, 40, 70)  # the first two overlap by IoU .905: one referent
TEXTS = ("a", "b")
ANNOTATORS = ("ann", "bob")
STATUS = {
    DecisionAction.SKIP: ExpressionStatus.SKIPPED,
    DecisionAction.NO_TARGET: ExpressionStatus.NO_TARGET,
}


class Told:
    """One event of the model: what was done to which expression."""

    def __init__(
        self, seq, expression, annotator, *, text=None, action=None, mask=None, removes=False, order=()
    ):
        self.seq, self.expression, self.annotator, self.order = seq, expression, annotator, order
        self.text, self.action, self.mask, self.removes = text, action, mask, removes
        self.stands = True


class UndoMachine(RuleBasedStateMachine):
    """The store agrees with the model after each step, and after being closed and opened again."""

    @initialize()
    def start(self):
        self.folder = Path(tempfile.mkdtemp())
        self.store = ProjectStore.create(self.folder / "p")
        self.store.add_images([self.store.folder / "a.jpg"], annotator="ann")
        self.told = []
        self.stacks = {annotator: ([], []) for annotator in ANNOTATORS}

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def tell(self, told):
        self.told.append(told)
        done, undone = self.stacks[told.annotator]
        done.append(told)
        undone.clear()

    def expressions(self):
        return sorted({told.expression for told in self.told if told.expression is not None})

    @rule(text=st.sampled_from(TEXTS), annotator=st.sampled_from(ANNOTATORS))
    def add(self, text, annotator):
        expression = self.store.add_expression(1, text=text, annotator=annotator)
        self.tell(Told(self.store.last_event_seq(), expression, annotator, text=text))

    @precondition(lambda self: self.told)
    @rule(
        data=st.data(),
        text=st.sampled_from(TEXTS),
        place=st.sampled_from(PLACES),
        annotator=st.sampled_from(ANNOTATORS),
    )
    def accept(self, data, text, place, annotator):
        expression = data.draw(st.sampled_from(self.expressions()))
        mask = box_mask(place)
        recorded = self.store.record_decision(accept(expression, mask, text=text, annotator=annotator))
        told = Told(
            recorded.event_seq, expression, annotator, text=text, action=DecisionAction.ACCEPT, mask=mask
        )
        self.tell(told)

    @precondition(lambda self: self.told)
    @rule(
        data=st.data(),
        text=st.sampled_from(TEXTS),
        action=st.sampled_from(sorted(STATUS)),
        annotator=st.sampled_from(ANNOTATORS),
    )
    def decide_without_mask(self, data, text, action, annotator):
        expression = data.draw(st.sampled_from(self.expressions()))
        recorded = self.store.record_decision(Decision(expression, action, text, annotator))
        self.tell(Told(recorded.event_seq, expression, annotator, text=text, action=action))

    @precondition(lambda self: self.told)
    @rule(data=st.data(), text=st.sampled_from(TEXTS), annotator=st.sampled_from(ANNOTATORS))
    def edit(self, data, text, annotator):
        expression = data.draw(st.sampled_from(self.expressions()))
        seq = self.store.edit_expression(expression, text=text, annotator=annotator)
        self.tell(Told(seq, expression, annotator, text=text))

    @precondition(lambda self: self.told)
    @rule(data=st.data(), annotator=st.sampled_from(ANNOTATORS))
    def remove(self, data, annotator):
        expression = data.draw(st.sampled_from(self.expressions()))
        seq = self.store.remove_expression(expression, annotator=annotator)
        self.tell(Told(seq, expression, annotator, removes=True))

    @precondition(lambda self: self.told)
    @rule(data=st.data(), annotator=st.sampled_from(ANNOTATORS))
    def order(self, data, annotator):
        order = data.draw(st.permutations(self.expressions()))
        order = order[: data.draw(st.integers(1, len(order)))]
        seq = self.store.order_expressions(1, order, annotator=annotator)
        self.tell(Told(seq, None, annotator, order=order))

    @rule(annotator=st.sampled_from(ANNOTATORS))
    def undo_the_newest(self, annotator):
        done, undone = self.stacks[annotator]
        event = self.store.undo_newest(annotator)
        assert (event and event.seq) == (done[-1].seq if done else None)
        if done:
            told = done.pop()
            undone.append(told)
            told.stands = False

    @rule(annotator=st.sampled_from(ANNOTATORS))
    def undo(self, annotator):
        done, undone = self.stacks[annotator]
        if done:
            told = done.pop()
            undone.append(told)
            told.stands = False
            self.store.undo(told.seq, annotator=annotator)

    @rule(annotator=st.sampled_from(ANNOTATORS))
    def redo(self, annotator):
        done, undone = self.stacks[annotator]
        if undone:
            told = undone.pop()
            done.append(told)
            told.stands = True
            self.store.redo(told.seq, annotator=annotator)

    @rule()
    def close_and_open(self):
        self.store.close()
        self.store = ProjectStore.open(self.folder / "p")

    def standing(self, expression):
        return [told for told in self.told if told.expression == expression and told.stands]

    def model(self):
        """Expression id -> (text, status, mask) of the expressions that are on the list."""
        listed = {}
        for expression in self.expressions():
            standing = self.standing(expression)
            if not standing or standing[-1].removes:
                continue
            texts = [told.text for told in standing if told.text is not None]
            if not texts:
                continue
            decided = [told for told in standing if told.action is not None and told.text == texts[-1]]
            status, mask = ExpressionStatus.UNDECIDED, None
            if decided:
                status = STATUS.get(decided[-1].action, ExpressionStatus.ACCEPTED)
                mask = decided[-1].mask
            listed[expression] = (texts[-1], status, mask)
        return listed

    @invariant()
    def expressions_agree(self):
        if not hasattr(self, "store"):
            return
        expected = self.model()
        rows = {row.expression_id: row for row in self.store.list_expressions(1)}
        assert rows.keys() == expected.keys()
        for expression, (text, status, mask) in expected.items():
            assert (rows[expression].text, rows[expression].status) == (text, status)
            assert bool(rows[expression].referent_ids) == (mask is not None)
        image = self.store.list_images()[0]
        decided = sum(status is not ExpressionStatus.UNDECIDED for _, status, _ in expected.values())
        assert (image.expression_count, image.decided_count) == (len(expected), decided)
        if decided:
            assert image.status is (ImageStatus.DONE if decided == len(expected) else ImageStatus.PARTLY_DONE)

    @invariant()
    def the_order_agrees(self):
        """That of the newest order that stands; those it does not name follow as they came."""
        if not hasattr(self, "store"):
            return
        standing = [told.order for told in self.told if told.order and told.stands]
        named = list(standing[-1]) if standing else []
        expected = named + [number for number in self.expressions() if number not in named]
        listed = [row.expression_id for row in self.store.list_expressions(1)]
        assert listed == [number for number in expected if number in listed]

    @invariant()
    def referents_agree(self):
        """Expressions with masks of one place share a referent; of different places they do not."""
        if not hasattr(self, "store"):
            return
        masks = {expression: mask for expression, (_, _, mask) in self.model().items() if mask is not None}
        owner = {}
        for referent in self.store.list_referents(1):
            for expression in referent.expression_ids:
                owner[expression] = referent.referent_id
        assert owner.keys() == masks.keys()
        for one in masks:
            for other in masks:
                same_place = masks[one].box_xywh[0] // 20 == masks[other].box_xywh[0] // 20
                assert (owner[one] == owner[other]) == same_place
        objects = [known for image in stored_images(self.store) for known in image.objects]
        assert {known.object_id for known in objects} == set(owner.values())

    @invariant()
    def undo_stacks_agree(self):
        if not hasattr(self, "store"):
            return
        for annotator, (done, undone) in self.stacks.items():
            history = self.store.undo_history(annotator)
            assert [event.seq for event in history.done] == [told.seq for told in done]
            assert [event.seq for event in history.undone] == [told.seq for told in undone]


UndoMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestUndoMachine = UndoMachine.TestCase
