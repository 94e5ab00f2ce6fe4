/** What a node does for Services and for ports of containers, as plain values. */
import assert from 'node:assert/strict';
import type { Forward } from '../../src/topology/node-services.ts';
import { nodeServices } from '../../src/topology/node-services.ts';
import { storeOf } from '../laws/controller-line.ts';
import {
  type AnyObject,
  config,
  madeIp,
  node,
  object,
  pod,
  podEndpoint,
  service,
  slice,
  subnet,
  vpc,
} from '../laws/objects.ts';

const http = { name: 'http', protocol: 'TCP', port: 80 };
const ports = [{ name: 'http', protocol: 'TCP', port: 8080 }];
const endpoints = [podEndpoint('a', 'here', '10.1.0.5'), { ...podEndpoint('a', 'there', '10.1.0.6'), nodeName: 'n2' }];
const accepted = { conditions: [{ type: 'Accepted', status: 'True' }] };

const attached = object({
  kind: 'NodeNetwork',
  metadata: { name: 'n1' },
  status: {
    attachments: [{ vpc: 'default', interface: 'ovn0', mac: '0a:00:00:00:00:01', addresses: ['100.64.0.2'] }],
  },
});

/** A node n1 beside n2, with the default Vpc and one that it is not attached to. */
const world = (egress: string, objects: readonly AnyObject[]) =>
  storeOf([
    config({ serviceCidrs: ['10.96.0.0/16'] }),
    node('n1', '192.0.2.11'),
    node('n2', '192.0.2.12'),
    vpc('default', { nodeAttachment: { cidrs: ['100.64.0.0/16'] } }),
    vpc('red'),
    { ...subnet('pods', 'default', ['10.1.0.0/24'], { egress: { mode: egress, snat: 'Enabled' } }), status: accepted },
    { ...subnet('red', 'red', ['10.9.0.0/24']), status: accepted },
    attached,
    ...objects,
  ]).world.derive(nodeServices, 'n1');

/** `address:port inside | outside` of each forward, with what pods get where that is another; ~ hides the client, @ keeps it with one endpoint. */
const told = (forwards: readonly Forward[] = []): readonly string[] => {
  const way = (each: Forward['outside']): string =>
    typeof each !== 'object'
      ? (each ?? '-')
      : `${each.hidden ? '~' : ''}${each.affine ? '@' : ''}${each.to.map(({ address, port }) => `${address}:${port}`).join(',')}`;
  return forwards.map(
    ({ protocol, address = '*', port, inside, pods, outside }) =>
      `${protocol} ${address}:${port} ${way(inside)}${pods ? ` (pods ${way(pods)})` : ''} | ${way(outside)}`,
  );
};

const one = (spec: Readonly<Record<string, unknown>>, some: readonly object[] = endpoints, egress = 'Auto') =>
  world(egress, [
    service('a', 'web', { clusterIPs: ['10.96.0.9'], ports: [{ ...http, nodePort: 30080 }], ...spec }),
    slice('a', 'web-1', 'web', { ports, endpoints: some }),
  ]);
const forwards = (...args: Parameters<typeof one>) => told(one(...args)?.forwards);

describe('what a node does for Services', () => {
  it('leaves the choice to OVN where that reaches every endpoint', () => {
    assert.deepEqual(forwards({ type: 'NodePort', externalIPs: ['203.0.113.1'] }), [
      'TCP 203.0.113.1:80 ~10.96.0.9:80 | ~10.96.0.9:80',
      'TCP *:30080 ~10.96.0.9:80 | ~10.96.0.9:80',
    ]);
    const plain = [http];
    assert.deepEqual(forwards({ ports: plain }), []);
  });

  it('chooses itself for clients that stay with an endpoint, and where inside and outside differ', () => {
    const all = '10.1.0.5:8080,10.1.0.6:8080';
    assert.deepEqual(forwards({ sessionAffinity: 'ClientIP' }), [`TCP *:30080 ~@${all} | ~@${all}`]);
    assert.deepEqual(forwards({ internalTrafficPolicy: 'Local' }), [`TCP *:30080 ~${all} | ~${all}`]);
  });

  it('goes by hints where it chooses itself', () => {
    const sticky = { sessionAffinity: 'ClientIP' };
    const meant = (...hints: readonly (object | undefined)[]) =>
      forwards(
        sticky,
        endpoints.map((each, index) => ({ ...each, hints: hints[index] })),
      );
    const [first, second] = ['10.1.0.5:8080', '10.1.0.6:8080'];
    const to = (...all: readonly string[]) => [`TCP *:30080 ~@${all.join(',')} | ~@${all.join(',')}`];
    const [here, there] = ['n1', 'n2'].map((name) => ({ forNodes: [{ name }] }));
    assert.deepEqual(meant(here, there), to(first));
    assert.deepEqual(meant(there, here), to(second));
    assert.deepEqual(meant(there, there), to(first, second));
    assert.deepEqual(meant(here, undefined), to(first, second));
    // n1 is in no zone.
    assert.deepEqual(meant({ forZones: [{ name: 'west' }] }, { forZones: [{ name: '' }] }), to(first, second));
  });

  it('leads to endpoints that OVN can not reach from a node', () => {
    const host = { addresses: ['192.0.2.12'], conditions: { ready: true } };
    assert.deepEqual(forwards({}, [host]), [
      'TCP 10.96.0.9:80 ~192.0.2.12:8080 | -',
      'TCP *:30080 ~192.0.2.12:8080 | ~192.0.2.12:8080',
    ]);
    // Not to a pod of a Vpc that it has no way to.
    assert.deepEqual(forwards({}, [podEndpoint('a', 'red', '10.9.0.5')]), ['TCP *:30080 drop | drop']);
    assert.deepEqual(forwards({ internalTrafficPolicy: 'Local' }, [host])[0], 'TCP 10.96.0.9:80 drop | -');
  });

  it('keeps clients with the policy Local, as far as the answers come back', () => {
    const local = { externalTrafficPolicy: 'Local' };
    // Processes of the node ask for the neighbour's endpoints from here.
    const there = 'TCP 192.0.2.12:30080 10.1.0.6:8080 | -';
    assert.deepEqual(forwards(local), ['TCP *:30080 10.96.0.9:80 (pods ~10.1.0.5:8080) | 10.1.0.5:8080', there]);
    const [here, elsewhere] = endpoints;
    assert.deepEqual(forwards(local, [here!]), ['TCP *:30080 10.96.0.9:80 (pods ~10.1.0.5:8080) | 10.1.0.5:8080']);
    assert.deepEqual(forwards(local, [elsewhere!]), ['TCP *:30080 10.96.0.9:80 (pods drop) | drop', there]);
    for (const egress of ['Centralized', 'None'])
      assert.deepEqual(forwards(local, [here!], egress), [
        'TCP *:30080 10.96.0.9:80 (pods ~10.1.0.5:8080) | ~10.1.0.5:8080',
      ]);
    // An address of the Service's own is not a node's: from inside it leads to any endpoint.
    assert.deepEqual(forwards({ ...local, externalIPs: ['203.0.113.1'], ports: [http] }, [here!]), [
      'TCP 203.0.113.1:80 10.96.0.9:80 | 10.1.0.5:8080',
    ]);
  });

  it('refuses without endpoints, and leaves alone what is for others', () => {
    assert.deepEqual(forwards({}, []), ['TCP 10.96.0.9:80 reject | reject', 'TCP *:30080 reject | reject']);
    assert.deepEqual(forwards({ clusterIPs: ['None'] }), []);
    assert.deepEqual(forwards({ type: 'ExternalName', externalName: 'example.org', clusterIPs: [] }), []);
    const plain = slice('a', 'web-1', 'web', { ports, endpoints });
    const labels = { ...plain.metadata.labels, 'service.kubernetes.io/headless': '' };
    const web = service('a', 'web', { clusterIPs: ['10.96.0.9'], ports: [http] });
    const headless = { ...plain, metadata: { ...plain.metadata, labels } } as AnyObject;
    assert.deepEqual(told(world('Auto', [web, headless])?.forwards), ['TCP 10.96.0.9:80 reject | reject']);
  });

  it('gives an address and port that two want to the older Service', () => {
    const young = service('a', 'aaa', { clusterIPs: ['10.96.0.10'], ports: [http], externalIPs: ['203.0.113.1'] });
    const old = service('a', 'zzz', { clusterIPs: ['10.96.0.11'], ports: [http], externalIPs: ['203.0.113.1'] });
    const dated = (each: AnyObject, creationTimestamp: string): AnyObject => ({
      ...each,
      metadata: { ...each.metadata, creationTimestamp },
    });
    const found = world('Auto', [
      dated(young, '2026-02-01T00:00:00Z'),
      dated(old, '2026-01-01T00:00:00Z'),
      slice('a', 'a', 'aaa', { ports, endpoints }),
      slice('a', 'z', 'zzz', { ports, endpoints }),
    ]);
    assert.deepEqual(told(found?.forwards), ['TCP 203.0.113.1:80 ~10.96.0.11:80 | ~10.96.0.11:80']);
  });

  it('guards the addresses of load balancers, and counts endpoints for their health checks', () => {
    const balanced = {
      ...service('a', 'web', {
        ...{ type: 'LoadBalancer', clusterIPs: ['10.96.0.9'], ports: [http], healthCheckNodePort: 30090 },
        loadBalancerSourceRanges: ['198.51.100.128/25', '198.51.100.0/24', '2001:db8::/32'],
        externalTrafficPolicy: 'Local',
      }),
      status: { loadBalancer: { ingress: [{ ip: '203.0.113.7' }, { ip: '203.0.113.8', ipMode: 'Proxy' }] } },
    } as AnyObject;
    const found = world('Auto', [balanced, slice('a', 'web-1', 'web', { ports, endpoints })]);
    const sources = ['198.51.100.0/24'];
    assert.deepEqual(found?.guards, [{ family: 'ipv4', protocol: 'TCP', address: '203.0.113.7', port: 80, sources }]);
    const checked = { namespace: 'a', name: 'web' };
    assert.deepEqual(found?.healthChecks, [{ port: 30090, service: checked, localEndpoints: 1 }]);
    const leaving = endpoints.map((each) => ({
      ...each,
      conditions: { ready: false, serving: true, terminating: true },
    }));
    const ending = world('Auto', [balanced, slice('a', 'web-1', 'web', { ports, endpoints: leaving })]);
    assert.deepEqual(ending?.healthChecks, [{ port: 30090, service: checked, localEndpoints: 0 }]);
    assert.match(told(ending?.forwards).join(), /10\.1\.0\.5:8080/, 'what comes all the same is served');
  });

  it('leads ports of the node to containers of its own pods, on the addresses that they name', () => {
    const ported = (name: string, list: readonly object[], extra: object = {}): AnyObject => {
      const made = pod('a', name, 'n1', `uid-of-a-${name}`);
      return { ...made, spec: { ...made.spec, containers: [{ ports: list }], ...extra } } as AnyObject;
    };
    const list = [
      { containerPort: 80, hostPort: 8080 },
      { containerPort: 80, hostPort: 8081, hostIP: '127.0.0.1' },
      { containerPort: 80, hostPort: 8081, hostIP: '192.0.2.11', protocol: 'UDP' },
      { containerPort: 80, hostPort: 8081, hostIP: 'fd00::1' },
      { containerPort: 90, name: 'metrics' },
    ];
    const address = { ...madeIp('a', 'p', 'pods', ['10.1.0.7']), status: { ...accepted, ipv4: '10.1.0.7' } };
    const found = (subject: AnyObject) => told(world('Auto', [subject, address as AnyObject])?.forwards);
    assert.deepEqual(found(ported('p', list)), [
      'TCP *:8080 ~10.1.0.7:80 | 10.1.0.7:80',
      'TCP 127.0.0.1:8080 ~10.1.0.7:80 | -',
      'TCP 127.0.0.1:8081 ~10.1.0.7:80 | -',
      'UDP 192.0.2.11:8081 ~10.1.0.7:80 | 10.1.0.7:80',
    ]);
    assert.deepEqual(found(ported('p', list, { hostNetwork: true })), []);
    assert.deepEqual(found(ported('q', list)), [], 'without an address yet');
  });
});
