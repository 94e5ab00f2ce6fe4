// Services at the nodes: ports of nodes and of containers, external addresses, and endpoints that are no pods. A host outside is the
// client; whom a server sees tells whether the client's address was kept.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { underlayHostAddress as outside } from '../support/external.ts';
import { type EndpointPod, endpointSlices, service } from '../support/objects.ts';
import { askUdp, eventually, fetchHttp, type Runner, serveUdp } from '../support/traffic.ts';
import { seenAs, serveWhoAsks } from '../support/who-asks.ts';

const http = (nodePort?: number) => ({ name: 'http', protocol: 'TCP', port: 80, ...(nodePort ? { nodePort } : {}) });
const served = { name: 'http', protocol: 'TCP', port: 8080 };
const external = { ipv4: '203.0.113.80', ipv6: '2001:db8:113::80' };

describe('Services at the nodes', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  let one: RunningPod;
  let two: RunningPod;
  /** A client on n1 that is no endpoint. */
  let client: RunningPod;
  let host: Runner;

  const addressesOf = (name: string): readonly string[] => {
    const { ipv4, ipv6 } = cluster.bed.node(name).address;
    return [ipv4, ipv6];
  };

  const serviceOf = async (
    name: string,
    endpoints: readonly EndpointPod[],
    spec: Readonly<Record<string, unknown>>,
    ports: readonly object[] = [http()],
    targets: readonly object[] = [served],
  ): Promise<readonly string[]> => {
    await cluster.apply(service(name, 'default', ports, spec), ...endpointSlices(name, 'default', targets, endpoints));
    return JSON.parse(
      await cluster.kubectl('get', 'service', name, '-o', 'jsonpath={.spec.clusterIPs}'),
    ) as readonly string[];
  };

  /** Waits until somebody answers there who sees one of these addresses; undefined: until nobody answers. */
  async function assertSeen(from: Runner, address: string, port: number, ...as: readonly (string | undefined)[]) {
    let seen: string | undefined;
    await eventually(`${address} port ${port} is answered`, 15, async () => {
      seen = await seenAs(from, address, port, 1);
      return as.includes(seen);
    }).catch(() => {});
    assert.ok(as.includes(seen), `who asks at ${address} port ${port} is seen as ${seen}, not as ${as.join(' or ')}`);
  }

  /** The addresses of nodes in the join network, by which pods see whom the nodes hide. */
  const joinOf = async (name: string): Promise<readonly string[]> =>
    JSON.parse(
      await cluster.kubectl('get', 'vnode', name, '-o', 'jsonpath={.status.attachments[0].addresses}'),
    ) as readonly string[];

  before(async () => {
    cluster = await Cluster.up({ external: true });
    host = cluster.bed.external.underlayHost.from;
    [one, two, client] = await Promise.all([
      cluster.runPod('one', { node: 'n1' }),
      cluster.runPod('two', { node: 'n2' }),
      cluster.runPod('client', { node: 'n1' }),
    ]);
    await Promise.all([one, two].map(({ netns }) => serveWhoAsks(cluster.bed.manifest, netns, 8080)));
  });

  after(() => cluster?.down());

  it('are reached from outside, from pods and from nodes at a port of any node [every OVN]', async () => {
    await serviceOf('everywhere', [two], { type: 'NodePort' }, [http(30080)]);
    for (const node of ['n1', 'n2']) {
      const join = await joinOf(node);
      for (const [index, address] of addressesOf(node).entries())
        for (const from of [host, client.from, two.from, cluster.fromNode('n1'), cluster.fromNode('n2')]) {
          // A node asks at its neighbour's address, and is a client like others; at its own, it is hidden as they are.
          await assertSeen(from, address, 30080, join[index]);
        }
    }
  });

  it('keep the client with externalTrafficPolicy Local, and drop where no endpoint is', async () => {
    await serviceOf('local', [two], { type: 'NodePort', externalTrafficPolicy: 'Local' }, [http(30081)]);
    const [here, there] = [addressesOf('n1'), addressesOf('n2')];
    for (const [index, own] of [outside.ipv4, outside.ipv6].entries()) {
      await assertSeen(host, there[index]!, 30081, own);
      await assertSeen(host, here[index]!, 30081, undefined);
      // A pod is a client whom the endpoint would answer past the node that was asked.
      for (const from of [client.from, two.from]) {
        await assertSeen(from, there[index]!, 30081, (await joinOf('n2'))[index]);
        await assertSeen(from, here[index]!, 30081, undefined);
      }
      await assertSeen(cluster.fromNode('n1'), there[index]!, 30081, here[index]);
      await assertSeen(cluster.fromNode('n2'), here[index]!, 30081, undefined);
      // At its own addresses a node asks whoever there is.
      await assertSeen(cluster.fromNode('n1'), here[index]!, 30081, here[index]);
      await assertSeen(cluster.fromNode('n2'), there[index]!, 30081, there[index]);
    }
  });

  it('let policies judge nodes that keep their address as others, but for the pod’s own', async () => {
    await cluster.apply({
      ...{
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'closed', namespace: 'default' },
      },
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    });
    const there = addressesOf('n2');
    for (const address of there) await assertSeen(cluster.fromNode('n1'), address, 30081, undefined);
    for (const address of there) await assertSeen(cluster.fromNode('n2'), address, 30081, address);
    await cluster.kubectl('delete', 'networkpolicy/closed');
    for (const [index, address] of there.entries())
      await assertSeen(cluster.fromNode('n1'), address, 30081, addressesOf('n1')[index]);
  });

  it('of several endpoints on the node with Local all are asked', async () => {
    await cluster.serve(client, 8081);
    await cluster.serve(one, 8081);
    const target = { ...served, port: 8081 };
    const spec = { type: 'NodePort', externalTrafficPolicy: 'Local' };
    await serviceOf('several', [one, client, two], spec, [http(30082)], [target]);
    for (const address of addressesOf('n1')) {
      const names = new Set<string | undefined>();
      await eventually(`both answer at ${address}`, 20, async () => {
        names.add((await host('socat', ['-T', '1', '-', tcp(address, 30082)]).catch(() => undefined))?.stdout.trim());
        return names.has('one') && names.has('client');
      });
    }
  });

  it('are reached at external addresses, by sources that may', async () => {
    const { underlayHost } = cluster.bed.external;
    const [v4, v6] = addressesOf('n1');
    await underlayHost.route(`${external.ipv4}/32`, v4!);
    await underlayHost.route(`${external.ipv6}/128`, v6!);
    await serviceOf('external', [two], { externalIPs: Object.values(external) });
    for (const [index, address] of Object.values(external).entries()) {
      await assertSeen(host, address, 80, (await joinOf('n1'))[index]);
      await assertSeen(cluster.fromNode('n1'), address, 80, (await joinOf('n1'))[index]);
    }
    await cluster.kubectl('delete', 'service/external');
    const balanced = (sourceRanges: readonly string[]) =>
      serviceOf('balanced', [two], { type: 'LoadBalancer', loadBalancerSourceRanges: sourceRanges });
    await balanced([`${outside.ipv4}/32`, `${outside.ipv6}/128`]);
    const ingress = Object.values(external).map((ip) => ({ ip, ipMode: 'VIP' }));
    await cluster.kubectl(
      ...['patch', 'service', 'balanced', '--subresource=status', '--type=merge', '-p'],
      JSON.stringify({ status: { loadBalancer: { ingress } } }),
    );
    for (const [index, address] of Object.values(external).entries())
      await assertSeen(host, address, 80, (await joinOf('n1'))[index]);
    await balanced(['192.0.2.0/24', '2001:db8:ffff::/48']);
    for (const address of Object.values(external)) await assertSeen(host, address, 80, undefined);
  });

  it('lead a node to endpoints that are no pods, as the API server is', async () => {
    for (const node of ['n1', 'n2']) await serveWhoAsks(cluster.bed.manifest, cluster.bed.node(node).netns, 8080);
    const { ipv4, ipv6 } = cluster.bed.node('n2').address;
    const addresses = await serviceOf('hostly', [], { type: 'NodePort' }, [http(30083)]);
    for (const [family, address] of Object.entries({ ipv4, ipv6 }))
      await cluster.kubectl(
        ...['patch', `endpointslice/hostly-${family}`, '--type=merge', '-p'],
        JSON.stringify({ endpoints: [{ addresses: [address] }] }),
      );
    const here = addressesOf('n1');
    for (const [index, address] of addresses.entries()) {
      await assertSeen(cluster.fromNode('n1'), address, 80, here[index]);
      await assertSeen(cluster.fromNode('n2'), address, 80, (await joinOf('n2'))[index], [ipv4, ipv6][index]);
      await assertSeen(client.from, address, 80, client.addresses[index]);
      await assertSeen(host, here[index]!, 30083, here[index]);
      await assertSeen(client.from, here[index]!, 30083, here[index]);
    }
  });

  it('refuse without endpoints', async () => {
    await serviceOf('nobody', [], { type: 'NodePort' }, [http(30084)]);
    for (const address of addressesOf('n1'))
      for (const from of [host, client.from])
        await eventually(`${address} refuses`, 15, async () => {
          const said = await from('socat', ['-', tcp(address, 30084)]).catch((error: unknown) => String(error));
          return String(said).includes('refused');
        });
  });

  it('lead UDP clients that ask from one port on to another endpoint when theirs is gone', async () => {
    await serveUdp(cluster.bed.manifest, one.netns, 5353, 'one');
    await serveUdp(cluster.bed.manifest, client.netns, 5353, 'client');
    const port = { name: 'dns', protocol: 'UDP', port: 53, nodePort: 30053 };
    const target = { name: 'dns', protocol: 'UDP', port: 5353 };
    const spec = { type: 'NodePort', externalTrafficPolicy: 'Local' };
    for (const pod of [one, client]) {
      await serviceOf('dns', [pod], spec, [port], [target]);
      for (const address of addressesOf('n1'))
        await eventually(`${pod.name} answers at ${address}`, 15, async () => {
          return (await askUdp(host, address, 30053, 40_053, 0.3))?.trim() === pod.name;
        });
    }
  });

  it('say where their endpoints are at the port for health checks', async () => {
    const spec = { type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30090 };
    await serviceOf('checked', [two], spec);
    const [[here], [there]] = [addressesOf('n1'), addressesOf('n2')];
    await eventually('n2 has an endpoint', 15, async () =>
      (await fetchHttp(host, there!, 30090, '/healthz'))?.includes('"localEndpoints":1'),
    );
    await eventually('n1 has none', 15, async () =>
      (await fetchHttp(host, here!, 30090, '/healthz'))?.includes('"localEndpoints":0'),
    );
  });

  it('and ports of containers lead to their pod, on the addresses that it names', async () => {
    const [v4, v6] = addressesOf('n1');
    const ports = [
      { containerPort: 8080, hostPort: 31080 },
      { containerPort: 8080, hostPort: 31081, hostIP: '127.0.0.1' },
      { containerPort: 8080, hostPort: 31082, hostIP: v4 },
    ];
    const pod = await cluster.runPod('ported', { node: 'n1', ports });
    await serveWhoAsks(cluster.bed.manifest, pod.netns, 8080);
    const join = await joinOf('n1');
    await assertSeen(host, v4!, 31080, outside.ipv4);
    await assertSeen(host, v6!, 31080, outside.ipv6);
    await assertSeen(client.from, v4!, 31080, join[0]);
    await assertSeen(pod.from, v4!, 31080, join[0]);
    for (const [address, port] of [
      ['127.0.0.1', 31080],
      ['127.0.0.1', 31081],
      [v4!, 31082],
    ] as const)
      await assertSeen(cluster.fromNode('n1'), address, port, join[0]);
    await assertSeen(host, v4!, 31082, outside.ipv4);
    assert.equal(await seenAs(host, v4!, 31081, 1), undefined);
    assert.equal(await seenAs(host, v6!, 31082, 1), undefined);
    await cluster.deletePod('ported');
    await assertSeen(host, v4!, 31080, undefined);
  });
});

const tcp = (address: string, port: number): string =>
  `TCP:${address.includes(':') ? `[${address}]` : address}:${port},connect-timeout=2`;
