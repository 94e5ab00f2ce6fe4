// One line with so many ports, in a process of its own: makes single changes and says what each cost from the store to the operations.
import { ControllerLine } from '../laws/controller-line.ts';
import { type AnyObject, config, madeIp, namespace, node, object, pod, subnet, vpc } from '../laws/objects.ts';
import { NorthboundBed } from '../laws/server.ts';
import { processorSeconds } from '../support/cpu-time.ts';
import { type ChangeCost, type ChangeCosts, changes } from './change-kinds.ts';
import { collectGarbage, serve } from './worker.ts';

const subnets = 100;
const namespaces = 10;
/** Pods of the namespace that has as many whatever the others have. */
const smallPods = 100;

const count = Number(process.argv[2]) - smallPods;
const bed = await NorthboundBed.create();
const life = new ControllerLine({
  endpoint: bed.endpoint,
  intercept: () => {
    assembled ??= process.cpuUsage(begun);
  },
});
let begun = process.cpuUsage();
let assembled: NodeJS.CpuUsage | undefined = begun;
let made = count;

await bed.write({ op: 'insert', table: 'NB_Global', row: {} });
// One by one: there are more than a call can have arguments.
for (const each of world()) life.put(each);
await life.start();

serve(
  async ({ each }: { readonly each: number }): Promise<ChangeCosts> => {
    collectGarbage();
    // What the collection read has pushed everything else out of the processor's caches: 100,000 ports took 15 changes to be back.
    await several('pod', 20);
    const costs: Partial<Record<(typeof changes)[number], ChangeCost>> = {};
    for (const change of changes) {
      // Seconds each beside 100,000 ports.
      costs[change] = await several(change, change === 'wide policy' ? Math.ceil(each / 5) : each);
    }
    return costs as ChangeCosts;
  },
  async () => {
    await life.stop();
    await bed.remove();
  },
);

async function several(change: (typeof changes)[number], times: number): Promise<ChangeCost> {
  const cpu: number[] = [];
  const wall: number[] = [];
  const counted = new Set<string>();
  let first = { operations: 0, inserts: 0, computations: 0 };
  let server = 0;
  for (let index = 0; index < times; index++) {
    const { apply, undo } = one(change, made++);
    life.sent.length = 0;
    const computed = life.store.graph.computations;
    const serverBefore = processorSeconds(bed.server.pid);
    begun = process.cpuUsage();
    assembled = undefined;
    const started = performance.now();
    apply();
    await life.settled();
    wall.push((performance.now() - started) / 1000);
    server += processorSeconds(bed.server.pid) - serverBefore;
    const used = assembled as NodeJS.CpuUsage | undefined;
    if (used === undefined) throw new Error(`the change of a ${change} sent nothing`);
    cpu.push((used.user + used.system) / 1e6);
    const inserts = life.sent.filter(({ op }) => op === 'insert').length;
    const computations = life.store.graph.computations - computed;
    const numbers = { operations: life.sent.length, inserts, computations };
    if (index === 0) first = numbers;
    counted.add(JSON.stringify(numbers));
    undo();
    await life.settled();
  }
  return { cpu, wall, ...first, constant: counted.size === 1, server: server / times };
}

interface Step {
  apply(): void;
  undo(): void;
}

/** One change that no other change shares anything with, and what takes it back. */
function one(change: (typeof changes)[number], index: number): Step {
  const present = (...objects: readonly AnyObject[]): Step => ({
    apply: () => life.put(...objects),
    undo: () => {
      for (const each of objects.toReversed()) life.remove(each);
    },
  });
  const replaced = (before: AnyObject, after: AnyObject): Step => ({
    apply: () => life.put(after),
    undo: () => life.put(before),
  });
  switch (change) {
    case 'pod': {
      const name = `extra-${index}`;
      return present(pod('t1', name), madeIp('t1', name, 's0', ['10.0.250.250']));
    }
    case 'label':
      return replaced(labelled(0, 'a'), labelled(0, 'b'));
    case 'route': {
      const staticRoutes = [{ name: 'extra', destination: '203.0.113.0/24', nextHops: ['10.0.0.9'] }];
      return replaced(network(), network({ staticRoutes }));
    }
    case 'subnet':
      return present(subnet(`extra-${index}`, 'a', ['10.200.0.0/24']));
    case 'policy':
      return present(policy('small', `extra-${index}`, { role: 'few' }));
    case 'wide policy':
      return present(policy('t1', `extra-${index}`, { role: 'few' }));
  }
}

/** Nodes, Subnets, ten policies for each of two groups of pods, and the pods. */
function world(): readonly AnyObject[] {
  return [
    config(),
    network(),
    ...upTo(10, (index) => node(`n${index}`, `192.0.2.${index + 1}`)),
    ...upTo(10, (index) => {
      const attachment = {
        ...{ vpc: 'a', interface: 'ovn0', mac: `0a:00:00:00:01:${(index + 16).toString(16)}` },
        addresses: [`100.64.0.${index + 10}`],
      };
      return object({ kind: 'NodeNetwork', metadata: { name: `n${index}` }, status: { attachments: [attachment] } });
    }),
    ...upTo(subnets, (index) => subnet(`s${index}`, 'a', [`10.${index}.0.0/16`])),
    ...upTo(namespaces, (index) => namespace(`t${index}`)),
    namespace('small'),
    ...upTo(smallPods, (index) => {
      const made = pod('small', `q${index}`);
      const labels = index % 5 === 0 ? { role: 'few' } : {};
      return [
        { ...made, metadata: { ...made.metadata, labels } },
        madeIp('small', `q${index}`, 's0', [`10.0.240.${index}`]),
      ];
    }).flat(),
    ...upTo(10, (index) => policy('t0', `a${index}`, { group: 'a' })),
    ...upTo(10, (index) => policy('t0', `b${index}`, { group: 'b' })),
    ...upTo(count, (index) => [labelled(index), ipOf(index)]).flat(),
  ];
}

function network(spec: AnyObject['spec'] = {}): AnyObject {
  return vpc('a', { nodeAttachment: {}, ...spec });
}

/** Pod number so and so: half of namespace t0 in each group, twenty pods of t1 with the role that the policies of changes select. */
function labelled(index: number, group = index % 20 === 0 ? 'a' : 'b'): AnyObject {
  const made = pod(`t${index % namespaces}`, `p${index}`, `n${(index >> 4) % 10}`);
  const role = index % namespaces === 1 && index < 200 ? { role: 'few' } : {};
  return { ...made, metadata: { ...made.metadata, labels: { group, ...role } } };
}

function ipOf(index: number): AnyObject {
  const host = Math.floor(index / subnets) + 10;
  const address = `10.${index % subnets}.${host >> 8}.${host & 255}`;
  const place = [`s${index % subnets}`, [address], `n${(index >> 4) % 10}`] as const;
  return madeIp(`t${index % namespaces}`, `p${index}`, ...place);
}

function policy(inNamespace: string, name: string, matchLabels: Readonly<Record<string, string>>): AnyObject {
  const ingress = [{ from: [{ namespaceSelector: {} }], ports: [{ protocol: 'TCP', port: 80 }] }];
  const spec = { podSelector: { matchLabels }, policyTypes: ['Ingress'], ingress };
  return object({ kind: 'NetworkPolicy', metadata: { name, namespace: inNamespace }, spec });
}

function upTo<T>(length: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length }, (_, index) => make(index));
}
