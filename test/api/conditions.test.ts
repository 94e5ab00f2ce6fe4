import assert from 'node:assert/strict';
import {
  buildConditions,
  type Condition,
  conditionTypes,
  findCondition,
  isConditionTrue,
  type ReasonEntry,
  reasonEntries,
  sameConditions,
  type Verdict,
  type Verdicts,
} from '../../src/api/conditions.ts';

const good: Verdicts = {
  Accepted: { status: 'True', reason: 'Accepted', message: '' },
  ResolvedRefs: { status: 'True', reason: 'ResolvedRefs', message: '' },
  Programmed: { status: 'True', reason: 'Programmed', message: '' },
  Ready: { status: 'True', reason: 'Ready', message: 'Router vpc-a.' },
};
const overlap: Verdict = {
  status: 'False',
  reason: 'Overlap',
  message: 'CIDR 10.1.0.0/24 overlaps that of subnets.subnetes.io web.',
};
const noon = new Date('2026-11-21T12:00:00.987Z');
const later = new Date('2026-11-21T13:00:00Z');
const build = (verdicts: Verdicts, previous: readonly Condition[] = [], now = noon, generation = 3) =>
  buildConditions(verdicts, { generation, previous, now });
const brief = (conditions: readonly Condition[]) =>
  conditions.map(({ type, status, reason }) => `${type}=${status}/${reason}`);

describe('conditions', () => {
  it('are always the four, in order, with the generation and whole seconds', () => {
    const built = build(good);
    assert.deepEqual(brief(built), [
      'Accepted=True/Accepted',
      'ResolvedRefs=True/ResolvedRefs',
      'Programmed=True/Programmed',
      'Ready=True/Ready',
    ]);
    for (const { observedGeneration, lastTransitionTime } of built) {
      assert.deepEqual([observedGeneration, lastTransitionTime], [3, '2026-11-21T12:00:00Z']);
    }
  });

  it('repeat in Ready the first cause that is not True, whatever Ready itself would say', () => {
    const built = build({
      ...good,
      Accepted: overlap,
      Programmed: { status: 'False', reason: 'Withheld', message: 'nothing' },
    });
    const ready = findCondition(built, 'Ready');
    assert.deepEqual([ready?.status, ready?.reason, ready?.message], ['False', 'Overlap', overlap.message]);
  });

  it('let an unknown cause make Ready unknown, not false', () => {
    const built = build({
      ...good,
      Programmed: { status: 'Unknown', reason: 'DatabaseUnreachable', message: 'no answer' },
    });
    assert.equal(findCondition(built, 'Ready')?.status, 'Unknown');
  });

  it('keep True of Programmed with the generation in force when a resource is held', () => {
    const built = build({
      ...good,
      Accepted: overlap,
      Programmed: { status: 'True', reason: 'Held', message: 'generation 2', generation: 2 },
    });
    assert.equal(findCondition(built, 'Programmed')?.observedGeneration, 2);
    assert.equal(findCondition(built, 'Accepted')?.observedGeneration, 3);
    assert.equal(findCondition(built, 'Ready')?.reason, 'Overlap');
  });

  it('add Stalled when only a person can help, Reconciling when it ends by itself, and neither when Ready', () => {
    assert.equal(brief(build({ ...good, Accepted: overlap })).at(-1), 'Stalled=True/Overlap');
    const waiting: Verdict = { status: 'False', reason: 'NodesPending', message: '1 of 2 nodes' };
    assert.equal(brief(build({ ...good, Ready: waiting })).at(-1), 'Reconciling=True/NodesPending');
    assert.equal(build(good).length, 4);
    assert.equal(build({ ...good, Ready: { status: 'True', reason: 'Exhausted', message: '' } }).length, 4);
  });

  it('move the transition time with the status and not with reason, message or generation', () => {
    const before = build(good);
    const same = build({ ...good, Ready: { status: 'True', reason: 'Exhausted', message: 'full' } }, before, later, 4);
    assert.deepEqual(
      same.map(({ lastTransitionTime }) => lastTransitionTime),
      before.map(({ lastTransitionTime }) => lastTransitionTime),
    );
    const flipped = build({ ...good, Ready: { status: 'False', reason: 'NodesPending', message: '' } }, same, later, 4);
    assert.equal(findCondition(flipped, 'Ready')?.lastTransitionTime, '2026-11-21T13:00:00Z');
    assert.equal(findCondition(flipped, 'Programmed')?.lastTransitionTime, '2026-11-21T12:00:00Z');
  });

  it('cut a message to what the schema allows', () => {
    const built = build({ ...good, Accepted: { ...overlap, message: 'x'.repeat(2000) } });
    assert.equal(built[0]?.message.length, 1024);
  });

  it('are the same when nothing but times differs', () => {
    assert.ok(sameConditions(build(good), build(good, [], later)));
    assert.ok(!sameConditions(build(good), build(good, [], noon, 4)));
    assert.ok(!sameConditions(build(good), build({ ...good, Accepted: overlap })));
    assert.ok(!sameConditions(build(good), build(good).slice(1)));
  });

  it('count as True only for the present generation', () => {
    const object = (generation: number) => ({ metadata: { generation }, status: { conditions: build(good) } });
    assert.ok(isConditionTrue(object(3), 'Accepted'));
    assert.ok(!isConditionTrue(object(4), 'Accepted'));
    assert.ok(!isConditionTrue({ metadata: { generation: 3 } }, 'Accepted'));
  });
});

describe('reasons', () => {
  const entries: readonly ReasonEntry[] = reasonEntries;

  it('are spelled once, fit the schema, and belong to one of the four conditions', () => {
    const names = entries.map(({ reason }) => reason);
    assert.equal(new Set(names).size, names.length);
    for (const { reason, type } of entries) {
      assert.match(reason, /^[A-Z][A-Za-z]{0,62}$/);
      assert.ok(conditionTypes.includes(type));
    }
  });

  it('have a meaning each, and a cure and somebody who ends it when they are not good', () => {
    for (const { reason, status, meaning, cure, endedBy } of entries) {
      assert.ok(meaning.endsWith('.'), reason);
      if (status === 'True') assert.equal(endedBy, undefined, reason);
      else assert.ok(cure.endsWith('.') && endedBy !== undefined, reason);
    }
  });
});
