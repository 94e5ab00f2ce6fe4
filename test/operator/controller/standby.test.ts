// What a process does that does not lead yet: everything that costs time, and nothing that anybody sees.
import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Allocator } from '../../../operator/controller/allocator.ts';
import type { Feed, FeedListener } from '../../../operator/controller/feed.ts';
import { Stage, type StageContext } from '../../../operator/controller/stage.ts';
import type { KubeClient } from '../../../src/kube/index.ts';
import { silentLog } from '../../../src/log.ts';
import { type SourceKind, sources } from '../../../src/topology/sources.ts';
import { ControllerLine } from '../../laws/controller-line.ts';
import { type AnyObject, config, madeIp, namespace, node, pod, subnet, vpc } from '../../laws/objects.ts';
import { NorthboundBed } from '../../laws/server.ts';

describe('a standby', () => {
  const world = [
    ...[config(), vpc('a'), subnet('web', 'a', ['10.1.0.0/24']), namespace('t'), node('n1', '192.0.2.11')],
    ...['p', 'q'].flatMap((name, index) => [pod('t', name), madeIp('t', name, 'web', [`10.1.0.${index + 10}`])]),
  ];
  let bed: NorthboundBed;
  let life: ControllerLine;
  let listeners: FeedListener[];
  let context: StageContext;

  before(async () => {
    bed = await NorthboundBed.create();
  });
  after(() => bed.remove());
  beforeEach(() => {
    life = new ControllerLine({ endpoint: bed.endpoint });
    listeners = [];
    const feed = { listen: (listener: FeedListener) => void listeners.push(listener) } as unknown as Feed;
    const client = {} as KubeClient; // any call of it fails
    context = { client, store: life.store, line: life.line, feed, log: silentLog };
  });
  afterEach(async () => {
    await life.stop();
    await bed.wipe();
  });

  /** As the feed does: into the store, and to those who keep books. */
  function arrive(each: AnyObject): void {
    life.put(each);
    const kind = each.kind as SourceKind;
    const { namespace: space, name } = each.metadata;
    const facts = sources[kind].facts(each as never) as never;
    life.line.submit(() => {
      for (const listener of listeners) listener.put?.(kind, space ? `${space}/${name}` : name, facts);
    });
  }

  it('has translated what it knows before it leads, and written none of it', async () => {
    for (const each of world) arrive(each);
    life.line.keepDrainedWhileStandby();
    life.line.warmWhileStandby();
    await stillTurns();
    const { computations } = life.store.graph;
    assert.ok(computations > 0, 'translations are computed');
    assert.deepEqual([[...life.line.assembly.owners()], life.sent], [[], []], 'and nothing is wanted');
    await life.start();
    assert.equal(life.store.world.get('Programming', 'IP/t/p-x')?.state, 'programmed');
    assert.equal((await bed.rows('Logical_Switch_Port')).filter(({ name }) => name === 't.p-x').length, 1);
    // What `up` of a port and the confirmation change afterwards is read by few.
    assert.ok(life.store.graph.computations - computations < computations / 2, 'and not computed a second time');
  });

  it('programs what changed after it was translated, as it is when the standby leads', async () => {
    for (const each of world) arrive(each);
    life.line.keepDrainedWhileStandby();
    life.line.warmWhileStandby();
    await stillTurns();
    arrive(madeIp('t', 'q', 'web', ['10.1.0.99']));
    life.line.remove('IP', 't/p-x');
    await life.start();
    const ports = (await bed.rows('Logical_Switch_Port')).flatMap(({ addresses }) => [...(addresses as Set<string>)]);
    assert.ok(ports.some((each) => each.endsWith('10.1.0.99')));
    assert.ok(!ports.some((each) => each.endsWith('10.1.0.10')), 'what is gone has no port');
  });

  it('asks its questions and acts on none until it leads, and then on each', async () => {
    const asked: string[] = [];
    const acted: string[] = [];
    const stage = new Stage('test', context).add<boolean>({
      kind: 'Pod',
      ask: (_world, key) => asked.push(key) > 0,
      calls: () => true,
      act: async (key) => void acted.push(key),
    });
    for (const each of world) arrive(each);
    life.line.keepDrainedWhileStandby();
    life.line.warmWhileStandby();
    await stillTurns();
    assert.deepEqual([asked.sort(), acted], [['t/p', 't/q'], []]);
    stage.activate();
    await stillTurns();
    assert.deepEqual(acted.sort(), ['t/p', 't/q']);
    stage.stop();
  });

  it('says nothing of a Subnet that could take the counters out of its status', () => {
    const allocator = new Allocator(context);
    for (const each of world) arrive(each);
    for (let drain = 0; drain < 3; drain++) life.line.drainOnly();
    assert.equal(life.store.world.get('Usage', 'web'), undefined);
    allocator.activate();
    life.line.drainOnly();
    assert.equal(life.store.world.get('Usage', 'web')?.ipv4?.used, '2');
    allocator.stop();
  });

  /** Turns of the event loop until the graph has computed nothing for some. */
  async function stillTurns(): Promise<void> {
    for (let still = 0, before = -1; still < 5; still = life.store.graph.computations === before ? still + 1 : 0) {
      before = life.store.graph.computations;
      await nextTurn();
    }
  }
});
