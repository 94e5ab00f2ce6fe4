/** Which addresses a sandbox gets: every way in which an IP, its Subnet and its Pod can stand to each other. */
import assert from 'node:assert/strict';
import {
  type Assignment,
  assignmentOf,
  type ClusterView,
  type IpFacts,
  type PodFacts,
  type SubnetFacts,
} from '../../../operator/agent/pod-assignment.ts';

const pod = { namespace: 'team-a', name: 'web-0', uid: 'uid-1' };

const subnet: SubnetFacts = {
  spec: { cidrs: ['10.1.0.0/24', 'fd01::/64'] },
  status: { gateways: ['10.1.0.1', 'fd01::1'], mtu: 1400 },
};

/** As the controller makes it: complete, and no status but the default. */
const made: IpFacts = {
  metadata: { namespace: 'team-a', name: 'web-0-abcdefghij', generation: 1 },
  spec: {
    subnet: 'web',
    interface: 'eth0',
    addresses: ['10.1.0.5', 'fd01::5'],
    mac: '0a:58:0a:01:00:05',
    target: { kind: 'Pod', name: 'web-0', uid: 'uid-1' },
    node: 'n1',
  },
};

/** As a user makes it, bound by the controller. */
const fixed: IpFacts = {
  metadata: { namespace: 'team-a', name: 'fixed', generation: 2 },
  spec: { subnet: 'web', addresses: ['10.1.0.9'], target: { kind: 'Pod', name: 'web-0' } },
  status: {
    ipv4: '10.1.0.9',
    ipv6: 'fd01::9',
    mac: '0a:58:0a:01:00:09',
    mtu: 1350,
    node: 'n1',
    uid: 'uid-1',
    port: 'team-a.fixed',
  },
};

const refusal = {
  type: 'Accepted',
  status: 'False',
  reason: 'AddressTaken',
  message:
    'Address 10.1.0.9 is held by ips.subnetes.io team-b/cache (pod cache-0). Choose another address, or delete that IP.',
  observedGeneration: 2,
};

function assign(
  ips: readonly IpFacts[],
  more: { readonly pod?: PodFacts; readonly subnet?: SubnetFacts | null; readonly runtimeUid?: string | null } = {},
): Assignment {
  const view: ClusterView = {
    ipsOf: (namespace, name) =>
      ips.filter((ip) => ip.metadata.namespace === namespace && ip.spec.target?.name === name),
    subnet: (name) => (name === 'web' && more.subnet !== null ? (more.subnet ?? subnet) : undefined),
    pod: () => more.pod,
  };
  const uid = more.runtimeUid === null ? undefined : (more.runtimeUid ?? pod.uid);
  return assignmentOf({ ...pod, uid }, 'eth0', 'n1', view);
}

function waits(assignment: Assignment, text: RegExp, found = true): void {
  assert.equal(assignment.state, 'waiting');
  assert.ok(assignment.state === 'waiting');
  assert.match(assignment.text, text);
  assert.equal(assignment.found, found);
}

describe('the assignment of a pod', () => {
  it('is all in the spec of an IP that the controller made', () => {
    assert.deepEqual(assign([made]), {
      state: 'assigned',
      ip: 'team-a/web-0-abcdefghij',
      port: 'team-a.web-0-abcdefghij',
      uid: 'uid-1',
      mac: '0a:58:0a:01:00:05',
      mtu: 1400,
      addresses: [
        { cidr: '10.1.0.5/24', gateway: '10.1.0.1' },
        { cidr: 'fd01::5/64', gateway: 'fd01::1' },
      ],
    });
  });

  it("is in the status of a user's IP, where the controller put what the spec leaves open", () => {
    assert.deepEqual(assign([fixed]), {
      state: 'assigned',
      ip: 'team-a/fixed',
      port: 'team-a.fixed',
      uid: 'uid-1',
      mac: '0a:58:0a:01:00:09',
      mtu: 1350,
      addresses: [
        { cidr: '10.1.0.9/24', gateway: '10.1.0.1' },
        { cidr: 'fd01::9/64', gateway: 'fd01::1' },
      ],
    });
  });

  it('needs an IP: of this namespace, for a pod, by this name, for this interface', () => {
    const none = /no IP object for pod team-a\/web-0 yet: does the Subnetes controller run/;
    waits(assign([]), none, false);
    waits(
      assign([{ ...made, spec: { ...made.spec, target: { kind: 'VirtualMachine', name: 'web-0' } } }]),
      none,
      false,
    );
    waits(assign([{ ...made, spec: { ...made.spec, interface: 'net1' } }]), none, false);
    waits(assign([{ ...made, metadata: { ...made.metadata, namespace: 'team-b' } }]), none, false);
  });

  it('is never that of an earlier or later pod of the same name', () => {
    waits(assign([made], { runtimeUid: 'uid-2' }), /no IP object/, false);
    waits(assign([fixed], { runtimeUid: 'uid-2' }), /IP team-a\/fixed is still bound to an earlier pod of this name/);
    const { status: _, ...unbound } = fixed;
    waits(assign([unbound]), /is not bound to this pod yet$/);
  });

  it('is never that of another node', () => {
    waits(assign([{ ...fixed, status: { ...fixed.status, node: 'n2' } }]), /bound to node n2, not to n1/);
  });

  it('is refused at once when its Subnet is not for this namespace', () => {
    const message = 'Subnet web does not permit namespace team-a.';
    const conditions = [{ ...refusal, type: 'ResolvedRefs', reason: 'RefNotPermitted', message }];
    assert.deepEqual(assign([{ ...fixed, status: { conditions } }]), {
      state: 'refused',
      text: `IP team-a/fixed: RefNotPermitted: ${message}`,
    });
  });

  it('is refused at once with the text of the condition, for the pod that it names', () => {
    const refused = { ...fixed, status: { conditions: [refusal] } };
    const text = `IP team-a/fixed: AddressTaken: ${refusal.message}`;
    assert.deepEqual(assign([refused]), { state: 'refused', text });
    assert.deepEqual(assign([{ ...made, status: { conditions: [refusal] } }]), {
      state: 'refused',
      text: `IP team-a/web-0-abcdefghij: AddressTaken: ${refusal.message}`,
    });
    waits(assign([{ ...made, status: { conditions: [refusal] } }], { runtimeUid: 'uid-2' }), /no IP object/, false);
  });

  it('is not refused by a condition about an earlier spec', () => {
    const stale = { ...fixed, status: { ...fixed.status, conditions: [{ ...refusal, observedGeneration: 1 }] } };
    assert.equal(assign([stale]).state, 'assigned');
  });

  it('is that of the good IP when another one that targets the pod was refused', () => {
    const loser = { ...fixed, metadata: { ...fixed.metadata, name: 'loser' }, status: { conditions: [refusal] } };
    assert.equal(assign([loser, made]).state, 'assigned');
    const { status: _, ...unbound } = fixed;
    waits(assign([loser, unbound]), /IP team-a\/fixed is not bound/);
  });

  it('names the condition that it waits for', () => {
    const ready = {
      type: 'Ready',
      status: 'Unknown',
      reason: 'NoNetworkConfig',
      message: 'There is no NetworkConfig.',
    };
    const status = { conditions: [{ ...ready, observedGeneration: 2 }] };
    waits(
      assign([{ ...fixed, status }]),
      /not bound to this pod yet \(NoNetworkConfig: There is no NetworkConfig\.\)$/,
    );
  });

  it('needs every family of its Subnet, with gateway and MTU', () => {
    const oneFamily = { ...made, spec: { ...made.spec, addresses: ['10.1.0.5'] } };
    waits(assign([oneFamily]), /has no address of fd01::\/64 yet/);
    waits(assign([made], { subnet: null }), /Subnet web of IP team-a\/web-0-abcdefghij does not exist/);
    waits(assign([made], { subnet: { spec: subnet.spec } }), /Subnet web has no gateway for 10.1.0.0\/24/);
    waits(
      assign([made], { subnet: { spec: subnet.spec, status: { gateways: ['10.1.0.1', 'fd01::1'] } } }),
      /Subnet web has no MTU/,
    );
    const v4only = { spec: { cidrs: ['10.1.0.0/24'] }, status: { gateways: ['10.1.0.1'], mtu: 1400 } };
    const assigned = assign([oneFamily], { subnet: v4only });
    assert.deepEqual(assigned.state === 'assigned' && assigned.addresses, [
      { cidr: '10.1.0.5/24', gateway: '10.1.0.1' },
    ]);
  });

  it('derives the MAC from the first address when nobody wrote one, as the controller does', () => {
    const { mac: _, ...spec } = made.spec;
    const assigned = assign([{ ...made, spec }]);
    assert.equal(assigned.state === 'assigned' && assigned.mac, '0a:58:0a:01:00:05');
  });

  describe('of a static pod, whose uid in the runtime is a hash', () => {
    const hash = '0123456789abcdef0123456789abcdef';
    const mirror = { metadata: { uid: 'uid-1', annotations: { 'kubernetes.io/config.mirror': hash } } };

    it('is that of its mirror pod, with the uid of the API', () => {
      const assigned = assign([made], { runtimeUid: hash, pod: mirror });
      assert.equal(assigned.state === 'assigned' && assigned.uid, 'uid-1');
    });

    it('waits while the mirror pod is that of an earlier manifest', () => {
      const older = { metadata: { uid: 'uid-0', annotations: { 'kubernetes.io/config.mirror': 'another' } } };
      assert.equal(assign([made], { runtimeUid: hash, pod: older }).state, 'waiting');
      assert.equal(assign([made], { runtimeUid: hash }).state, 'waiting');
    });
  });

  describe('of a pod whose runtime tells no uid', () => {
    it('goes by the pod of that name, or by the name alone', () => {
      assert.equal(assign([made], { runtimeUid: null }).state, 'assigned');
      assert.equal(assign([made], { runtimeUid: null, pod: { metadata: { uid: 'uid-1' } } }).state, 'assigned');
      assert.equal(assign([made], { runtimeUid: null, pod: { metadata: { uid: 'uid-2' } } }).state, 'waiting');
    });
  });
});
