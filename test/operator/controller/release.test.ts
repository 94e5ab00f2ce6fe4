// When an address comes free, and that everything goes in whatever order it is deleted: a real API server, real OVN databases.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { KubeObject } from '../../support/kube-api.ts';
import {
  addressesOf,
  ControllerBed,
  keyOf,
  object,
  ownedTables,
  ownerOf,
  portOf,
  servedSubnet,
} from './controller-bed.ts';

describe('release', function () {
  this.timeout(90_000);
  let bed: ControllerBed;

  before(async function () {
    this.timeout(180_000);
    bed = await ControllerBed.up({ networkConfig: { quarantineSeconds: 0 }, nodes: ['n1', 'n2', 'n3'] });
    await bed.ready('subnets', 'default');
  });

  after(async function () {
    this.timeout(60_000);
    await bed?.down();
  });

  /** A pod with its port up. */
  async function running(name: string, node = 'n1', namespace = 'default'): Promise<readonly [KubeObject, KubeObject]> {
    const pod = await bed.createPod(name, { node, namespace });
    const ip = await bed.ipOf(pod);
    await bed.bind(node, portOf(ip));
    await bed.condition('ips', keyOf(ip), 'Ready', 'True', 'PortUp');
    return [pod, ip];
  }

  /** Resolves when the controller has surely seen what was written to the API server before. */
  async function caughtUp(name: string): Promise<void> {
    await bed.ipOf(await bed.createPod(name));
    await bed.deletePod(name);
    await bed.until(`${name} is gone`, () => !bed.list('ips').some((ip) => ip.metadata.name.startsWith(name)));
  }

  it('waits until the port is down', async () => {
    const [, ip] = await running('early');
    await bed.deletePod('early');
    await bed.condition('ips', keyOf(ip), 'Ready', 'False', 'PortDown');
    await caughtUp('marker-a');
    assert.ok(bed.get('ips', keyOf(ip)), 'the IP stays while its port answers');
    assert.ok(bed.port(portOf(ip)), 'and so does its row');
    await bed.unbind(portOf(ip));
    await bed.gone('ips', keyOf(ip));
    await bed.until('its row is gone', () => !bed.port(portOf(ip)));
  });

  it('takes the row away first, then the object', async () => {
    const pod = await bed.createPod('ordered');
    const ip = await bed.ipOf(pod);
    await bed.until('its row is there', () => bed.port(portOf(ip)) !== undefined);
    const server = bed.bed.central.daemon('northbound');
    server.signal('SIGSTOP');
    try {
      await bed.deletePod('ordered');
      // A reservation elsewhere is answered without the database, so the controller has seen the deletion by then.
      const other = await bed.createPod('ordered-other');
      await bed.until('another pod has an IP', () => bed.ipsOf(other).length === 1);
      assert.deepEqual(bed.get('ips', keyOf(ip))?.metadata.finalizers, ['subnetes.io/in-use']);
    } finally {
      server.signal('SIGCONT');
    }
    await bed.gone('ips', keyOf(ip));
    assert.equal(await bed.bed.nbctl('--bare', 'find', 'Logical_Switch_Port', `name=${portOf(ip)}`), '');
    await bed.deletePod('ordered-other');
  });

  it('and new addresses do not wait for a database that does not answer', async () => {
    const server = bed.bed.central.daemon('northbound');
    const waiting: KubeObject[] = [];
    server.signal('SIGSTOP');
    try {
      for (const name of ['stuck', 'stuck-too', 'stuck-three']) {
        const pod = await bed.createPod(name);
        waiting.push(pod);
        await bed.until(`${name} has an IP`, () => bed.ipsOf(pod).length === 1);
        // Longer than the controller's pace: its transaction is under way. It passes without this, too, but then proves less.
        await delay(1_200);
      }
    } finally {
      server.signal('SIGCONT');
    }
    for (const pod of waiting) {
      const ip = await bed.ipOf(pod);
      await bed.until('its row is there', () => bed.port(portOf(ip)) !== undefined);
      await bed.deletePod(pod.metadata.name ?? '');
    }
  });

  it('comes for a pod that has completed', async () => {
    const [, ip] = await running('job');
    await bed.bed.kube.api.call('PATCH', '/api/v1/namespaces/default/pods/job/status', {
      status: { phase: 'Succeeded' },
    });
    await bed.unbind(portOf(ip));
    await bed.gone('ips', keyOf(ip));
    await caughtUp('marker-b');
    assert.equal(bed.list('ips').filter((each) => each.metadata.name.startsWith('job')).length, 0);
    await bed.deletePod('job');
  });

  it('of an older life never holds up, and never harms, a pod of the same name on another node', async () => {
    let before: KubeObject | undefined;
    for (const node of ['n1', 'n2', 'n1', 'n2', 'n3', 'n1']) {
      const [pod, ip] = await running('web-0', node);
      assert.equal(bed.port(portOf(ip))?.up, true);
      assert.equal(
        (bed.port(portOf(ip))?.options as ReadonlyMap<string, string> | undefined)?.get('iface-id-ver'),
        pod.metadata.uid,
      );
      if (before) {
        assert.notDeepEqual(addressesOf(before), addressesOf(ip), 'the older life still has its address');
        // The late end of the older sandbox.
        await bed.unbind(portOf(before));
        await bed.gone('ips', keyOf(before));
        assert.equal(bed.port(portOf(ip))?.up, true);
      }
      before = ip;
      await bed.deletePod('web-0');
    }
    assert.ok(before);
    await bed.unbind(portOf(before));
    await bed.gone('ips', keyOf(before));
  });

  it('does not wait for a node that was deleted, or is out of service, and its chassis goes', async () => {
    const [, first] = await running('on-n3', 'n3');
    await bed.bed.kube.api.call('DELETE', '/api/v1/nodes/n3');
    await bed.deletePod('on-n3');
    await bed.gone('ips', keyOf(first));
    await bed.bed.sbctl('wait-until', 'Chassis', 'n1');
    await bed.untilAsync(
      'the chassis is gone',
      async () => (await bed.bed.sbctl('--bare', 'find', 'Chassis', 'name=n3')) === '',
    );
    const [, second] = await running('on-n2', 'n2');
    await bed.bed.kubectl('taint', 'node', 'n2', 'node.kubernetes.io/out-of-service=nodeshutdown:NoExecute');
    await bed.deletePod('on-n2');
    await bed.gone('ips', keyOf(second));
    await bed.bed.kubectl('taint', 'node', 'n2', 'node.kubernetes.io/out-of-service-');
  });

  it('waits for the pod when a user deletes its IP', async () => {
    const [, ip] = await running('keeps');
    await bed.bed.kubectl('delete', 'ips.subnetes.io', ip.metadata.name, '--wait=false');
    const { message } = await bed.condition('ips', keyOf(ip), 'Ready', 'False', 'InUse');
    assert.match(message, /waits for 1 pod: keeps\. The pod keeps its address as long as it lives\./);
    assert.equal(bed.port(portOf(ip))?.up, true);
    await bed.unbind(portOf(ip));
    await bed.deletePod('keeps');
    await bed.gone('ips', keyOf(ip));
  });

  it('hands an IP over to whoever wrote reclaimPolicy Retain into it', async () => {
    const [, ip] = await running('sticky-0');
    await bed.bed.kubectl(
      'patch',
      'ips.subnetes.io',
      ip.metadata.name,
      '--type=merge',
      '-p',
      '{"spec":{"reclaimPolicy":"Retain"}}',
    );
    await bed.unbind(portOf(ip));
    await bed.deletePod('sticky-0');
    await bed.condition('ips', keyOf(ip), 'Ready', 'True', 'Reserved');
    const kept = bed.get('ips', keyOf(ip));
    assert.equal(kept?.metadata.labels?.['subnetes.io/managed-by'], undefined);
    assert.ok(kept && !('ownerReferences' in kept.metadata));
    const next = await bed.createPod('sticky-0', { node: 'n2' });
    const bound = await bed.until('the next pod has it', () => {
      const seen = bed.get('ips', keyOf(ip));
      return seen?.status?.uid === next.metadata.uid && bed.port(portOf(ip)) ? seen : undefined;
    });
    assert.deepEqual(addressesOf(bound), addressesOf(ip));
    assert.equal(bed.ipsOf(next).length, 1);
    await bed.deletePod('sticky-0');
    await bed.bed.kubectl('delete', 'ips.subnetes.io', ip.metadata.name);
  });

  describe('of everything ends with nothing left', () => {
    let generation = 0;

    /** A Vpc with two Subnets, pods, and IPs that people made, in a namespace of their own; hands back their name. */
    async function world(): Promise<string> {
      const name = `w${generation++}`;
      await bed.namespace(name);
      await bed.apply(
        object('Vpc', name, { staticRoutes: [{ name: 'r', destination: '192.0.2.0/24', nextHops: ['10.20.0.9'] }] }),
        servedSubnet(name, name, name, ['10.20.0.0/24', 'fd20::/64'], {
          dhcp: { mode: 'Enabled' },
          isolation: { mode: 'Private', allowFrom: [{ subnet: `${name}-2` }] },
        }),
        object('Subnet', `${name}-2`, { vpc: name, cidrs: ['10.20.1.0/24'], allowedNamespaces: { from: 'All' } }),
        object('IP', `${name}/vm`, { subnet: `${name}-2`, target: { kind: 'VirtualMachine', name: 'vm' } }),
        object('IP', `${name}/kept`, { subnet: name, target: { kind: 'Pod', name: 'p-1' } }),
        object('IP', `${name}/spare`, { subnet: name }),
      );
      await bed.ready('ips', `${name}/kept`);
      const pods = await Promise.all([1, 2, 3].map((index) => bed.createPod(`p-${index}`, { namespace: name })));
      await Promise.all(pods.map((pod) => bed.ipOf(pod)));
      await bed.bind('n1', ...pods.map((pod) => portOf(bed.ipsOf(pod)[0]!)));
      await bed.until('the virtual machine has a port', () => bed.port(`${name}.vm`));
      return name;
    }

    /** What of it is in the database: rows by owner. */
    const rowsOf = (name: string): readonly string[] =>
      ownedTables.flatMap((table) =>
        bed.ownRows(table).flatMap((row) => {
          const owner = ownerOf(row) ?? '';
          return new RegExp(`^(Vpc|Subnet|IP)/${name}(-2)?(/|$)`).test(owner) ? [`${table} ${owner}`] : [];
        }),
      );

    async function nothingLeft(name: string): Promise<void> {
      await bed.until(`nothing of ${name} is left`, () => {
        const objects = [...bed.list('vpcs'), ...bed.list('subnets'), ...bed.list('ips')].filter(
          ({ metadata }) => metadata.name === name || metadata.name === `${name}-2` || metadata.namespace === name,
        );
        return objects.length === 0 && rowsOf(name).length === 0;
      });
    }

    const remove = {
      vpc: (name: string) => bed.bed.kubectl('delete', 'vpcs.subnetes.io', name, '--wait=false'),
      subnets: (name: string) => bed.bed.kubectl('delete', 'subnets.subnetes.io', name, `${name}-2`, '--wait=false'),
      ips: (name: string) => bed.bed.kubectl('delete', 'ips.subnetes.io', '-n', name, '--all', '--wait=false'),
      // The sandbox ends after its object, as the worst kubelet would have it.
      pods: async (name: string) => {
        const { api } = bed.bed.kube;
        await api.call('DELETE', `/api/v1/namespaces/${name}/pods`, { gracePeriodSeconds: 0 });
        await bed.unbind(
          ...bed
            .ipPorts()
            .filter((key) => key.startsWith(`${name}/`))
            .map((key) => key.replace('/', '.')),
        );
      },
    } as const;
    const orders: readonly (readonly (keyof typeof remove)[])[] = [
      ['vpc', 'subnets', 'ips', 'pods'],
      ['pods', 'ips', 'subnets', 'vpc'],
      ['subnets', 'pods', 'vpc', 'ips'],
    ];
    for (const order of orders) {
      it(`in the order ${order.join(', ')}`, async () => {
        const name = await world();
        assert.ok(rowsOf(name).length >= 10, rowsOf(name).join('\n'));
        for (const what of order) await remove[what](name);
        await nothingLeft(name);
      });
    }

    it('says for whom a deletion waits, and takes nothing away before', async () => {
      const name = await world();
      await remove.vpc(name);
      await remove.subnets(name);
      const vpc = await bed.condition('vpcs', name, 'Ready', 'False', 'InUse');
      assert.match(vpc.message, new RegExp(`waits for 2 Subnets: ${name}, ${name}-2`));
      const subnet = await bed.condition('subnets', name, 'Ready', 'False', 'InUse');
      assert.match(subnet.message, /waits for 4 IPs: .*kubectl get ips -A --field-selector spec\.subnet=/);
      assert.ok(rowsOf(name).length >= 10, rowsOf(name).join('\n'));
      await remove.ips(name);
      await remove.pods(name);
      await nothingLeft(name);
    });

    it('when it is deleted while the controller is down', async () => {
      const names = [await world(), await world()];
      await bed.killController();
      for (const [index, name] of names.entries()) for (const what of orders[index]!) await remove[what](name);
      await bed.startController();
      for (const name of names) await nothingLeft(name);
    });

    it('when its finalizers are taken off by hand while the controller is down', async () => {
      const name = await world();
      await bed.killController();
      for (const what of orders[0]!) await remove[what](name);
      const { api } = bed.bed.kube;
      const own = (plural: 'ips' | 'subnets' | 'vpcs') =>
        bed.list(plural).filter(({ metadata }) => metadata.namespace === name || metadata.name.startsWith(name));
      for (const plural of ['ips', 'subnets', 'vpcs'] as const)
        for (const { metadata } of own(plural)) {
          const space = metadata.namespace ? `/namespaces/${metadata.namespace}` : '';
          await api.call('PATCH', `/apis/subnetes.io/v1alpha1${space}/${plural}/${metadata.name}`, {
            metadata: { finalizers: null },
          });
          await api.callIfThere('DELETE', `/apis/subnetes.io/v1alpha1${space}/${plural}/${metadata.name}`);
        }
      await bed.startController();
      await nothingLeft(name);
    });
  });
});
