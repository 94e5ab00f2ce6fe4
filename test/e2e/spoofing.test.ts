// A pod that says it is someone else is not heard: a foreign address or MAC in packets, ARP and neighbour discovery is dropped.
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { assertDropped, assertReaches, type SpoofedFrame } from '../support/traffic.ts';

describe('a pod that spoofs', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  let liar: RunningPod;
  let victims: readonly { readonly pod: RunningPod; readonly mac: string }[];
  let liarMac: string;

  before(async () => {
    cluster = await Cluster.up();
    const [first, near, far] = await Promise.all([
      cluster.runPod('liar', { node: 'n1' }),
      cluster.runPod('near', { node: 'n1' }),
      cluster.runPod('far', { node: 'n2' }),
    ]);
    liar = first;
    liarMac = await macOf(liar);
    victims = await Promise.all([near, far].map(async (pod) => ({ pod, mac: await macOf(pod) })));
    // So that nothing is answered, learned or dropped for any other reason than what is tested.
    for (const { pod } of victims) for (const address of pod.addresses) await assertReaches(liar.from, address);
  });

  after(() => cluster?.down());

  const cases: readonly {
    readonly what: string;
    readonly kind: SpoofedFrame['kind'];
    readonly lie: Partial<SpoofedFrame>;
  }[] = [
    { what: 'an IPv4 address that nobody has', kind: 'ipv4', lie: { sourceAddress: '10.244.200.7' } },
    { what: 'an IPv4 address of another network', kind: 'ipv4', lie: { sourceAddress: '192.0.2.7' } },
    { what: 'a foreign MAC with its own IPv4 address', kind: 'ipv4', lie: { sourceMac: '0a:00:00:00:66:66' } },
    { what: 'an IPv6 address that nobody has', kind: 'ipv6', lie: { sourceAddress: 'fd00:10:244::7:7' } },
    { what: 'a foreign MAC with its own IPv6 address', kind: 'ipv6', lie: { sourceMac: '0a:00:00:00:66:66' } },
    { what: 'ARP for a foreign address', kind: 'arp', lie: { sourceAddress: '10.244.0.1' } },
    { what: 'ARP with a foreign MAC', kind: 'arp', lie: { sourceMac: '0a:00:00:00:66:66' } },
    {
      what: 'neighbour discovery for a foreign address',
      kind: 'neighbour-advertisement',
      lie: { sourceAddress: 'fd00:10:244::1' },
    },
    {
      what: 'neighbour discovery with a foreign MAC',
      kind: 'neighbour-advertisement',
      lie: { sourceMac: '0a:00:00:00:66:66' },
    },
  ];

  for (const { what, kind, lie } of cases) {
    it(`is silent with ${what} [every OVN]`, async () => {
      for (const { pod, mac } of victims) await lieTo(pod, mac, kind, lie);
    });
  }

  it("is silent with a neighbour's own addresses [every OVN]", async () => {
    const [near, far] = victims;
    for (const { pod, mac } of victims) {
      const other = (pod === near?.pod ? far : near)!;
      await lieTo(pod, mac, 'ipv4', { sourceAddress: other.pod.ipv4 ?? '' });
      await lieTo(pod, mac, 'ipv6', { sourceAddress: other.pod.ipv6 ?? '' });
      await lieTo(pod, mac, 'arp', { sourceAddress: other.pod.ipv4 ?? '' });
      await lieTo(pod, mac, 'ipv4', { sourceMac: other.mac });
    }
  });

  async function lieTo(
    pod: RunningPod,
    mac: string,
    kind: SpoofedFrame['kind'],
    lie: Partial<SpoofedFrame>,
  ): Promise<void> {
    const four = kind === 'ipv4' || kind === 'arp';
    const honest: SpoofedFrame = {
      ...{ kind, sourceMac: liarMac, targetMac: mac },
      sourceAddress: (four ? liar.ipv4 : liar.ipv6) ?? '',
      targetAddress: (four ? pod.ipv4 : pod.ipv6) ?? '',
    };
    await assertDropped(liar.from, pod.netns, { ...honest, ...lie }, honest);
  }

  async function macOf(pod: RunningPod): Promise<string> {
    const { stdout } = await pod.from('ip', ['-j', 'link', 'show', 'eth0']);
    return (JSON.parse(stdout) as [{ readonly address: string }])[0].address;
  }
});
