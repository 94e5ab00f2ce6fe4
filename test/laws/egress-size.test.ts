/** What egress by the nodes costs in OVN_Northbound: rows for Subnets and rows for nodes, never for both together, and none for pods. */
import assert from 'node:assert/strict';
import { ControllerLine } from './controller-line.ts';
import { type AnyObject, config, madeIp, namespace, node, object, pod, subnet, vpc } from './objects.ts';
import { NorthboundBed } from './server.ts';

const counted = ['Logical_Router_Policy', 'Logical_Router_Static_Route', 'Port_Group', 'Address_Set', 'NAT'];

const nodeNamed = (index: number): readonly AnyObject[] => {
  const addresses = [`100.64.0.${index + 10}`, `fd00:100:64::${(index + 10).toString(16)}`];
  const attachment = { vpc: 'a', interface: 'ovn0', mac: `0a:00:00:00:01:${(index + 16).toString(16)}`, addresses };
  return [
    node(`n${index}`, `203.0.113.${index + 1}`),
    object({ kind: 'NodeNetwork', metadata: { name: `n${index}` }, status: { attachments: [attachment] } }),
  ];
};
const subnetNamed = (index: number, spec: AnyObject['spec'] = {}): AnyObject =>
  subnet(
    `s${index}`,
    'a',
    [`10.${100 + (index >> 8)}.${index & 255}.0/24`, `fd01:0:0:${index.toString(16)}::/64`],
    spec,
  );
const podNamed = (index: number): readonly AnyObject[] => [
  pod('t', `p${index}`, 'n1'),
  madeIp('t', `p${index}`, 's1', [`10.100.1.${index + 10}`, `fd01:0:0:1::${(index + 10).toString(16)}`], 'n1'),
];
const upTo = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('egress by the nodes', function () {
  this.timeout(120_000);
  let bed: NorthboundBed;
  let life: ControllerLine;

  beforeEach(async () => {
    bed = await NorthboundBed.create();
    life = new ControllerLine({ endpoint: bed.endpoint });
  });
  afterEach(async () => {
    await life.stop();
    await bed.remove();
  });

  async function rows(): Promise<Readonly<Record<string, number>>> {
    const counts = await Promise.all(counted.map(async (table) => [table, (await bed.rows(table)).length] as const));
    return { ...Object.fromEntries(counts), all: (await bed.dump()).size };
  }

  async function oneMore(...objects: readonly AnyObject[]): Promise<number> {
    const before = (await bed.dump()).size;
    life.put(...objects);
    await life.settled();
    const more = (await bed.dump()).size - before;
    for (const each of objects) life.remove(each);
    await life.settled();
    assert.equal((await bed.dump()).size, before, 'and nothing stays of it');
    return more;
  }

  it('costs rows for each Subnet and for each node, and none for both: 300 Subnets on 10 nodes', async () => {
    life.put(
      config(),
      vpc('a', { nodeAttachment: {} }),
      namespace('t'),
      ...nodeNamed(0),
      ...nodeNamed(1),
      subnetNamed(1),
    );
    await life.start();
    const cost = async () => ({
      subnet: await oneMore(subnetNamed(999)),
      node: await oneMore(...nodeNamed(99)),
      pod: await oneMore(...podNamed(200)),
    });
    const small = await cost();
    life.put(
      ...upTo(10, nodeNamed).flat(),
      ...upTo(300, (index) => subnetNamed(index + 1)),
      ...upTo(50, podNamed).flat(),
    );
    await life.settled();
    const { all = 0, ...tables } = await rows();
    const words = Object.entries(tables).map(([table, count]) => `${count} ${table}`);
    console.log(`      ${all} rows, among them ${words.join(', ')}`);
    // Of each family: a Subnet stays inside by one policy; a node has one for its address and one for its pods; the rest is the Vpc's.
    assert.deepEqual(tables, {
      Logical_Router_Policy: 300 * 2 + 10 * (1 + 2) + 4,
      Logical_Router_Static_Route: 10 + 2,
      // One per node, and the Vpc's for ports whose pods are gone.
      Port_Group: 11,
      Address_Set: 0,
      NAT: 0,
    });
    assert.deepEqual(await cost(), small, 'one more costs the same as in a small cluster');
    assert.equal(small.pod, 1, 'a pod is its port');
  });

  it('touches no pod when a Subnet changes its mode', async () => {
    life.put(config(), vpc('a', { nodeAttachment: {} }), namespace('t'), ...nodeNamed(1), subnetNamed(1));
    life.put(...upTo(200, podNamed).flat());
    await life.start();
    life.sent.length = 0;
    life.put(subnetNamed(1, { egress: { mode: 'None' } }));
    await life.settled();
    const touched = life.sent.map((operation) => `${operation.op} ${'table' in operation ? operation.table : ''}`);
    assert.deepEqual(
      touched.filter((each) => each.includes('Logical_Switch_Port') || each.includes('Port_Group')),
      [],
    );
    assert.ok(touched.length <= 5, touched.join(', '));
  });
});
