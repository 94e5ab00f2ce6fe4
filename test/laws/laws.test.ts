/**
 * The laws of the engine over random worlds: purity and order on the store alone, everything else on a real northbound server.
 * fast-check prints the seed and the smallest world that breaks a law.
 */
import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { translatedKinds } from '../../src/kinds/index.ts';
import { bfdOptions, northbound } from '../../src/northbound/managed.ts';
import type { Operation, Row, Value } from '../../src/ovsdb/index.ts';
import { stampIndex, stampOf } from '../../src/reconcile/dialect.ts';
import { splitOwner } from '../../src/reconcile/line.ts';
import { type Contribution, nothing } from '../../src/reconcile/output.ts';
import { recall, stamped } from '../../src/reconcile/recall.ts';
import type { Store } from '../../src/store/store.ts';
import { type Inputs, keyOf } from '../../src/topology/facts.ts';
import { ControllerLine, idOf, installation, storeOf, translate } from './controller-line.ts';
import { type AnyObject, config, madeIp, object, pod, subnet, vpc } from './objects.ts';
import { batches, beginning, type Change, worlds } from './random-world.ts';
import { NorthboundBed } from './server.ts';

const translated: ReadonlySet<string> = new Set(translatedKinds.map(({ name }) => name));
/** Owners whose translation concerns a test: the objects, and what they imply. */
const ownersOf = (store: Store<Inputs>, objects: readonly AnyObject[]): readonly string[] => [
  ...objects.filter(({ kind }) => translated.has(kind)).map(idOf),
  ...[...store.keys('PodSet')].map((key) => `PodSet/${key}`),
];
const translationOf = (store: Store<Inputs>, owner: string) => {
  const { kind, key } = splitOwner(owner);
  return translate(store, kind, key);
};
const translations = (objects: readonly AnyObject[]) => {
  const store = storeOf(objects);
  return new Map(ownersOf(store, objects).map((owner) => [owner, translationOf(store, owner)]));
};
/** The last of equals, as the API server would have it. */
const unique = (objects: readonly AnyObject[]): readonly AnyObject[] => [
  ...new Map(objects.map((each) => [idOf(each), each])).values(),
];

describe('the laws of the store', () => {
  it('1, 2: one world has one meaning, in whatever order it arrives', () => {
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.nat()), (some, luck) => {
        const objects = unique(some);
        const shuffled = objects
          .map((each) => ({ each, rank: luck.next().value as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ each }) => each);
        const first = translations(objects);
        const second = translations(shuffled);
        for (const [id, one] of first) assert.deepEqual(second.get(id), one, id);
      }),
      { numRuns: 150 },
    );
  });

  it('4: a store that saw many changes means what a fresh one means', () => {
    fc.assert(
      fc.property(fc.array(worlds, { minLength: 1, maxLength: 4 }), (steps) => {
        const store = storeOf([]);
        let present = new Map<string, AnyObject>();
        for (const step of steps) {
          const next = new Map(unique(step).map((each) => [idOf(each), each]));
          for (const [id, each] of present) if (!next.has(id)) store.remove(each.kind as 'Vpc', keyOf(each.metadata));
          for (const each of next.values()) putInto(store, each);
          present = next;
          const fresh = translations([...next.values()]);
          for (const [id, one] of fresh) assert.deepEqual(translationOf(store, id), one, id);
          assert.deepEqual(new Set(ownersOf(store, [...next.values()])), new Set(fresh.keys()), 'what is implied');
        }
      }),
      { numRuns: 60 },
    );
  });
});

function putInto(store: ReturnType<typeof storeOf>, each: AnyObject): void {
  const one = storeOf([each]);
  const kind = each.kind as 'Vpc';
  store.put(kind, keyOf(each.metadata), one.world.get(kind, keyOf(each.metadata))!, each);
}

describe('the laws of the line', function () {
  this.timeout(120_000);
  let bed: NorthboundBed;
  const lives: ControllerLine[] = [];
  before(async () => {
    bed = await NorthboundBed.create();
  });
  after(async () => {
    await bed.remove();
  });
  const kill = async (): Promise<void> => {
    await Promise.all(lives.splice(0).map((life) => life.stop()));
  };
  afterEach(kill);
  const start = async (epoch: number, objects: readonly AnyObject[]): Promise<ControllerLine> => {
    const life = new ControllerLine({ endpoint: bed.endpoint, epoch });
    lives.push(life);
    life.put(...objects);
    return life.start();
  };
  /** A start that translates while half of the world is still on its way. */
  const startWarm = async (epoch: number, objects: readonly AnyObject[]): Promise<ControllerLine> => {
    const life = new ControllerLine({ endpoint: bed.endpoint, epoch });
    lives.push(life);
    life.line.keepDrainedWhileStandby();
    life.line.warmWhileStandby();
    life.put(...objects.filter((_, index) => index % 2 === 1));
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    life.put(...objects.filter((_, index) => index % 2 === 0));
    return life.start();
  };

  it('3, 4, 5, 6, 7: the database is what the world means, whatever happened before, and a restart writes nothing', async () => {
    const states = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(batches, async (steps) => {
        await kill();
        await bed.wipe();
        await bed.write(...foreigners);
        const theirs = await foreign(bed);
        const life = await start(1, beginning);
        const ever = new Set<string>();
        await life.reported();
        remember(life, ever);
        for (const step of steps) {
          for (const change of step) apply(life, change, ever);
          await life.reported();
          assert.deepEqual(life.failures, [], 'no translation throws');
          remember(life, ever);
          for (const each of life.objects) {
            const state = life.store.world.get('Programming', idOf(each))?.state ?? 'none';
            states.set(state, (states.get(state) ?? 0) + 1);
          }
          await check(bed, life, ever);
          assert.deepEqual(await foreign(bed), theirs, 'ours only');
          life.sent.length = 0;
          life.line.wake();
          await life.settled();
          assert.deepEqual(life.sent, [], 'a second look writes nothing');
        }
        const before = await bed.dump();
        const { objects } = life;
        await kill();
        const next = await startWarm(2, objects);
        await next.settled();
        assert.deepEqual(next.sent, [], 'a restart writes nothing');
        assert.deepEqual(await bed.dump(), before);
        checkMeaning(next);
        await next.reported();
        assert.deepEqual(next.sent, [], 'nor do its reports');
        await kill();
      }),
      { numRuns: 40 },
    );
    for (const state of ['programmed', 'held', 'withheld'])
      assert.ok((states.get(state) ?? 0) > 10, `the worlds had too few owners that are ${state}`);
  });

  it('5, 6: what shall hang on rows that nobody has stays where it was, also after a restart, and moves as a whole when they come', async () => {
    await bed.wipe();
    // The next hop of c is nowhere, so c has neither router nor load-balancer group.
    const withheld = vpc('c', { staticRoutes: [{ name: 'out', destination: '0.0.0.0/0', nextHops: ['10.9.9.9'] }] });
    const moved = subnet('s1', 'c', ['10.1.0.0/24'], { namespaceSelector: {} });
    const life = await start(1, beginning);
    await life.reported();
    const before = await bed.dump();
    const old = life.find('Subnet/s1');
    assert.ok(old);
    life.remove(old);
    life.put(moved, withheld);
    await life.reported();
    const state = (of: ControllerLine) => of.store.world.get('Programming', 'Subnet/s1')?.state;
    assert.equal(state(life), 'held');
    const ofSubnet = (rows: ReadonlyMap<string, Row>) =>
      [...rows].filter(
        ([id, row]) => stampOf(northbound.tables[id.split(' ')[0]!], row, installation)?.owner === 'Subnet/s1',
      );
    assert.deepEqual(ofSubnet(await bed.dump()), ofSubnet(before));
    const { objects } = life;
    await kill();
    const next = await start(2, objects);
    await next.reported();
    assert.deepEqual(next.sent, []);
    assert.equal(state(next), 'held');
    next.put(vpc('c'));
    await next.reported();
    assert.equal(state(next), 'programmed');
    await check(bed, next, new Set());
    await kill();
  });

  it('6: what is deleted goes, whoever is held and hangs on it', async () => {
    await bed.wipe();
    const life = await start(1, beginning);
    await life.reported();
    const old = life.find('Subnet/s3');
    assert.ok(old);
    // The next hop is nowhere, so b has no router, and s3 stays in a, where its egress goes by g1.
    life.remove(old);
    life.put(
      vpc('b', { staticRoutes: [{ name: 'out', destination: '0.0.0.0/0', nextHops: ['10.9.9.9'] }] }),
      subnet('s3', 'b', ['10.1.1.0/24', 'fd01:1::/64']),
    );
    await life.reported();
    assert.equal(life.store.world.get('Programming', 'Subnet/s3')?.state, 'held');
    assert.equal((await bed.rows('NAT')).length, 1);
    const gone = life.find('Gateway/g1');
    assert.ok(gone);
    life.remove(gone);
    await life.reported();
    assert.deepEqual(
      (await bed.rows('Logical_Router')).map(({ name }) => name).filter((name) => String(name).startsWith('gateway/')),
      [],
    );
    assert.deepEqual(await bed.rows('NAT'), [], 'the address of the Gateway is free for others');
    assert.ok((await bed.rows('Logical_Switch')).some(({ name }) => name === 'subnet/s3'));
    await check(bed, life, new Set());
    await kill();
  });

  it('10: whatever somebody else damages is put back', async () => {
    const damages = fc.array(
      fc.record({ kind: fc.constantFrom('delete', 'alter', 'detach', 'restamp'), which: fc.nat(), table: fc.nat() }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(damages, async (list) => {
        await kill();
        await bed.wipe();
        const life = await start(1, rich);
        await life.reported();
        const before = await bed.dump();
        await bed.write(...list.flatMap((each) => damage(before, each)));
        // The damage is at the line's client no later than its own transaction's answer.
        await life.database.transact([{ op: 'comment', comment: 'damage seen' }]);
        await life.settled();
        assert.deepEqual(comparable(await bed.dump()), comparable(before));
        assert.ok(life.healed.length > 0 || same(before, list), 'and told');
      }),
      { numRuns: 30 },
    );
    await kill();
  });

  it('9: what cannot be written keeps nobody else out, and is written when it can', async () => {
    await bed.wipe();
    const names = ['subnet/s0/router', 'subnet/s3/router', 'subnet/s7/router'];
    await bed.write(
      {
        op: 'insert',
        table: 'Logical_Router',
        uuidName: 'r',
        row: { name: 'theirs', ports: new Set(['p0', 'p1', 'p2']) },
      },
      ...names.map((name, index) => ({
        op: 'insert' as const,
        table: 'Logical_Router_Port',
        uuidName: `p${index}`,
        row: { name, mac: '0a:00:00:00:00:01', networks: new Set(['10.0.0.1/24']) },
      })),
    );
    const ten = Array.from({ length: 10 }, (_, index) => subnet(`s${index}`, 'a', [`10.1.${index}.0/24`]));
    const life = await start(1, [config(), vpc('a'), ...ten]);
    await life.reported();
    const state = (index: number) => life.store.world.get('Programming', `Subnet/s${index}`);
    for (const index of [0, 3, 7]) {
      assert.equal(state(index)?.reason, 'NameTaken');
      assert.match(state(index)?.message ?? '', new RegExp(`subnet/s${index}/router`));
    }
    assert.deepEqual(
      [1, 2, 4, 5, 6, 8, 9].map((index) => state(index)?.state),
      Array(7).fill('programmed'),
    );
    assert.equal((await bed.rows('Logical_Switch')).length, 7);
    await bed.write({ op: 'delete', table: 'Logical_Router', where: [['name', '==', 'theirs']] });
    // It tries again by itself after a while; until then nothing is said to be well.
    await new Promise<void>((resolve) =>
      life.line.afterDrain(() => {
        if ([0, 3, 7].every((index) => state(index)?.state === 'programmed')) resolve();
      }),
    );
    assert.equal((await bed.rows('Logical_Switch')).length, 10);
    await kill();
  });

  it('11: many owners that are merely absent keep their rows until a second list agrees; what was seen deleted goes at once', async () => {
    await bed.wipe();
    const names = Array.from({ length: 80 }, (_, index) => `p${index}`);
    const ips = names.map((name, index) => madeIp('t', name, 's1', [`10.1.0.${index + 20}`]));
    const stage = beginning.filter(({ kind }) => !['Pod', 'IP', 'QoSPolicy', 'ClusterNetworkPolicy'].includes(kind));
    const everything = [...stage, ...names.map((name) => pod('t', name)), ...ips];
    let agree = () => {};
    let asked = 0;
    const withheld: number[] = [];
    const life = new ControllerLine({
      endpoint: bed.endpoint,
      confirmAbsent: () => {
        asked++;
        return new Promise((resolve) => {
          agree = resolve;
        });
      },
      observer: { deletionsWithheld: (count) => void withheld.push(count) },
    });
    lives.push(life);
    life.put(...everything);
    await life.start();
    const ports = async () =>
      (await bed.rows('Logical_Switch_Port')).filter(({ name }) => String(name).startsWith('t.')).length;
    assert.equal(await ports(), 80);
    // A relist lacks 60 of them, five more are deleted before our eyes, and another is made meanwhile.
    for (const ip of ips.slice(0, 60)) life.remove(ip, false);
    for (const ip of ips.slice(60, 65)) life.remove(ip, true);
    life.put(pod('t', 'new'), madeIp('t', 'new', 's1', ['10.1.0.250']));
    await life.settled();
    assert.equal(await ports(), 76, 'seen deletions and new ports are not held up');
    assert.equal(asked, 1);
    assert.ok(withheld.includes(60), String(withheld));
    agree();
    await life.settled();
    assert.equal(await ports(), 16);
    // And all of them, seen deleted, go without a question.
    for (const ip of ips.slice(65)) life.remove(ip, true);
    await life.settled();
    assert.equal(await ports(), 1);
    assert.equal(asked, 1);
    await kill();
  });
});

const foreigners = [
  {
    op: 'insert',
    table: 'NB_Global',
    row: { external_ids: new Map([['theirs', 'yes']]), options: new Map([['mac_prefix', '0a:0b:0c']]) },
  },
  { op: 'insert', table: 'Logical_Router', uuidName: 'r', row: { name: 'theirs', ports: new Set(['p']) } },
  {
    op: 'insert',
    table: 'Logical_Router_Port',
    uuidName: 'p',
    row: { name: 'theirs', mac: '0a:00:00:00:00:01', networks: new Set(['10.0.0.1/24']) },
  },
  {
    op: 'insert',
    table: 'Logical_Switch',
    row: {
      name: 'theirs',
      external_ids: new Map([
        ['subnetes-installation', 'other'],
        ['subnetes-owner', 'Subnet/s1'],
      ]),
    },
  },
  { op: 'insert', table: 'Address_Set', row: { name: 'theirs', addresses: new Set(['10.0.0.1']) } },
] as const;

const rich: readonly AnyObject[] = [
  ...beginning,
  subnet('s2', 'a', ['10.1.1.0/24', 'fd01:1::/64'], {
    isolation: { mode: 'Private', allowFrom: [{ subnet: 's1' }] },
    dhcp: { mode: 'Enabled' },
    routerAdvertisements: { mode: 'Stateful' },
  }),
  pod('t', 'p2'),
  madeIp('t', 'p2', 's2', ['10.1.1.5', 'fd01:1::5']),
  vpc('b', { staticRoutes: [{ name: 'hole', source: '10.9.0.0/16', blackhole: true }] }),
  object({
    kind: 'NodeNetwork',
    metadata: { name: 'n1' },
    status: { attachments: [{ vpc: 'a', interface: 'ovn0', mac: '0a:58:64:40:00:0b', addresses: ['100.64.0.11'] }] },
  }),
];

interface Damage {
  readonly kind: 'delete' | 'alter' | 'detach' | 'restamp';
  readonly which: number;
  readonly table: number;
}

/** What somebody else does to a row of ours. */
function damage(rows: ReadonlyMap<string, Row>, { kind, which, table }: Damage): readonly Operation[] {
  const tables = Object.keys(northbound.tables).filter((name) =>
    [...rows.keys()].some((id) => id.startsWith(`${name} `)),
  );
  const name = tables[table % tables.length]!;
  const rules = northbound.tables[name]!;
  const own = [...rows].filter(([id]) => id.startsWith(`${name} `));
  const row = own[which % own.length]![1];
  const where = [['_uuid', '==', row._uuid]] as const;
  if (kind === 'restamp' && rules.stampedByName) return [];
  if (kind === 'restamp')
    return [
      { op: 'mutate', table: name, where, mutations: [['external_ids', 'insert', new Map([['more', 'of it']])]] },
    ];
  if (kind === 'alter') {
    const [column, value] = altered[name]!;
    // No two groups have one name (ovn-nb(5)): the server would refuse the damage.
    const other = name === 'Load_Balancer_Group' ? `${row.name} ${value}` : value;
    return [{ op: 'update', table: name, where, row: { [column]: other } }];
  }
  // The server refuses to delete what a row of ours refers to strongly.
  if (kind === 'delete' && ['HA_Chassis_Group', 'Load_Balancer_Group'].includes(name)) return [];
  if (kind === 'delete' && !rules.parent) return [{ op: 'delete', table: name, where }];
  if (!rules.parent) return [];
  return [rules.parent, ...(rules.otherParents ?? [])].map(({ table: parent, column }) => ({
    ...{ op: 'mutate', table: parent, where: [], mutations: [[column, 'delete', new Set([row._uuid])]] },
  }));
}

const altered: Readonly<Record<string, readonly [string, Value]>> = {
  Logical_Router: ['name', 'mine'],
  Logical_Router_Port: ['mac', '0a:00:00:00:00:99'],
  Logical_Router_Static_Route: ['nexthop', '10.1.0.99'],
  Logical_Router_Policy: ['priority', 3],
  Logical_Switch: ['other_config', new Map([['mcast_snoop', 'true']])],
  Logical_Switch_Port: ['port_security', new Set(['0a:00:00:00:00:77'])],
  ACL: ['action', 'allow'],
  Address_Set: ['addresses', new Set(['0.0.0.0/0'])],
  DHCP_Options: ['options', new Map([['router', '10.1.1.66']])],
  Port_Group: ['external_ids', new Map([['vpc', 'mine']])],
  NAT: ['logical_ip', '10.66.0.0/24'],
  Load_Balancer: ['vips', new Map([['10.96.0.10:80', '10.66.0.6:80']])],
  Load_Balancer_Group: ['name', 'mine'],
  Chassis_Template_Var: ['chassis', 'mine'],
  HA_Chassis_Group: ['name', 'mine'],
  HA_Chassis: ['priority', 3],
  QoS: ['priority', 3],
};

const comparable = (rows: ReadonlyMap<string, Row>) => new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
const same = (rows: ReadonlyMap<string, Row>, list: readonly Damage[]) =>
  list.every((each) => damage(rows, each).length === 0);

async function foreign(bed: NorthboundBed): Promise<unknown> {
  const all = await bed.dump();
  const [global] = await bed.rows('NB_Global');
  const ids = new Map(global?.external_ids as ReadonlyMap<string, string>);
  ids.delete(`subnetes-epoch-${installation}`);
  const options = new Map(global?.options as ReadonlyMap<string, string>);
  for (const key of bfdOptions) options.delete(key);
  return [
    ids,
    options,
    ...[...all].filter(([id, row]) => !stampOf(northbound.tables[id.split(' ')[0]!], row, installation)),
  ];
}

function apply(life: ControllerLine, change: Change, ever: Set<string>): void {
  if (change.op === 'delete') {
    const found = life.find(change.id);
    if (found) life.remove(found);
    ever.delete(change.id);
    return;
  }
  const before = life.find(idOf(change.object));
  if (change.op === 'recreate' || !before || moved(before, change.object)) {
    if (before) life.remove(before);
    life.put(change.object);
    return;
  }
  // The spec changes, the status stays what it was.
  const generation = before.metadata.generation + 1;
  const status = change.object.kind === 'NodeNetwork' ? change.object.status : before.status;
  life.put({ ...change.object, metadata: { ...before.metadata, generation }, ...(status ? { status } : {}) });
}

/** Whether the change alters what the schema lets nobody change. */
function moved(before: AnyObject, after: AnyObject): boolean {
  return ['vpc', 'cidrs', 'subnet', 'addresses', 'nodeAttachment', 'type', 'external', 'sink'].some(
    (field) =>
      before.spec?.[field] !== undefined &&
      JSON.stringify(before.spec?.[field]) !== JSON.stringify(after.spec?.[field]),
  );
}

function remember(life: ControllerLine, ever: Set<string>): void {
  for (const each of life.objects)
    if (life.store.world.get('Programming', idOf(each))?.state === 'programmed') ever.add(idOf(each));
}

/** Every owner that is resolved wants what a fresh translation of the present objects says (law 4). */
function checkMeaning(life: ControllerLine): void {
  for (const id of ownersOf(life.store, life.objects)) {
    const fresh = translationOf(life.store, id);
    if (!fresh.resolved) continue;
    const want = stamped(id, fresh.output, northbound, installation);
    assert.deepEqual(life.line.assembly.output(id) ?? nothing, want, id);
  }
}

async function check(bed: NorthboundBed, life: ControllerLine, ever: ReadonlySet<string>): Promise<void> {
  checkMeaning(life);
  const all = await bed.dump();
  const stateOf = (owner: string) => life.store.world.get('Programming', owner)?.state;
  const children = new Set<string>();
  for (const [id, row] of all)
    for (const [column, child] of Object.entries(northbound.tables[id.split(' ')[0]!]?.references ?? {}))
      for (const element of row[column] as ReadonlySet<string>) children.add(`${child} ${element}`);
  for (const { row, owner } of life.line.assembly.rows()) {
    const present = all.get(`${row.table} ${row.uuid}`);
    const state = stateOf(owner);
    if (state === 'withheld' || state === 'failed') {
      if (!ever.has(owner)) assert.equal(present, undefined, `${owner} is ${state}, and has a row in ${row.table}`);
      continue;
    }
    // Held because a row that it shall hang on is missing: what it had before stands, not what it wants.
    if (state === 'held' && (!present || translationOf(life.store, owner).resolved)) continue;
    assert.ok(present, `${row.table} of ${owner}, which is ${state}`);
    assertColumns(row.table, row.columns, present, owner);
    if (row.parent !== undefined)
      assert.ok(children.has(`${row.table} ${row.uuid}`), `${row.table} of ${owner} hangs on its parent`);
  }
  for (const [id, row] of all) {
    const owner = stampOf(northbound.tables[id.split(' ')[0]!], row, installation)?.owner;
    if (owner === undefined || stateOf(owner) === 'held') continue;
    const [table, uuid] = id.split(' ') as [string, string];
    const kept = (northbound.tables[table]?.keptBy ?? []).some((by) =>
      [...all].some(
        ([other, { [by.column]: refers }]) => other.startsWith(`${by.table} `) && (refers as Set<string>).has(uuid),
      ),
    );
    assert.ok(kept || life.line.assembly.row(uuid), `${id} of ${owner} was left behind`);
  }
  checkRecall(life);
}

/** Law 6: what is in the database of a programmed owner says all that it wants. */
function checkRecall(life: ControllerLine): void {
  const find = (table: string, owner: string) =>
    life.database.replica.table(table).find(...stampIndex(northbound.tables[table]!, installation, owner));
  for (const owner of life.line.assembly.owners()) {
    if (life.store.world.get('Programming', owner)?.state !== 'programmed') continue;
    const recalled = recall(owner, { find }, northbound, installation);
    const want = life.line.assembly.output(owner) ?? nothing;
    // An owner without rows, which only sets options of the whole database, has nothing to remember them in.
    const identify = (list: readonly Contribution[]) =>
      new Set(
        list.flatMap(({ table, row, column, element, value }) =>
          table === 'NB_Global' ? [] : [`${table} ${row} ${column} ${element} ${value}`],
        ),
      );
    assert.deepEqual(identify(recalled.contributions), identify(want.contributions), `contributions of ${owner}`);
    assert.equal(recalled.rows.length, want.rows.length, `rows of ${owner}`);
    for (const row of want.rows) {
      const found = recalled.rows.find(({ uuid }) => uuid === row.uuid);
      assert.ok(found, `${row.table} of ${owner}`);
      assert.equal(found.parent, row.parent);
      assertColumns(row.table, row.columns, found.columns as Row, owner);
    }
  }
}

function assertColumns(
  table: string,
  want: Readonly<Record<string, Value>>,
  have: Readonly<Record<string, Value>>,
  owner: string,
): void {
  for (const column of northbound.tables[table]?.ours ?? []) {
    const value = have[column];
    const empty = value === undefined || ((value instanceof Set || value instanceof Map) && value.size === 0);
    if (want[column] === undefined) assert.ok(empty || value === '' || value === 0, `${table}.${column} of ${owner}`);
    else assert.deepEqual(value, want[column], `${table}.${column} of ${owner}`);
  }
}
