import assert from 'node:assert/strict';
import { exclusionOf } from './exclusions.ts';
import type { Outcome, Spec } from './suite.ts';
import { countGroups, failureList, groupOf, groupTable, skipList } from './table.ts';

const spec = (name: string): Spec => ({ name: `[sig-network] ${name}`, labels: ['sig-network'] });

const outcome = (name: string, state: Outcome['state'], message = ''): Outcome => ({
  ...{ spec: spec(name), state, message, seconds: 61.4, output: '' },
});

describe('conformance: groups, exclusions and table of upstream specs', () => {
  it('puts specs into groups by what their names begin with', () => {
    const expected = {
      'Netpol [LinuxOnly] NetworkPolicy between server and client using UDP should …': 'NetworkPolicy',
      'Netpol API should support creating NetworkPolicy API operations': 'NetworkPolicy',
      'Services should serve a basic endpoint from pods [Conformance]': 'Services',
      'Service endpoints latency should not be very high [Conformance]': 'Services',
      'Service CIDRs should create Services and serve on different Service CIDRs': 'Services',
      '[Feature:IPv6DualStack] should have at least one dual-stack node': 'Dual stack',
      'Networking Granular Checks: Pods should function for …': 'Networking',
      'DNS configMap nameserver Change stubDomain should …': 'DNS',
      'EndpointSliceMirroring should mirror a custom Endpoint': 'Endpoints, EndpointSlices',
      'KubeProxy should set TCP CLOSE_WAIT timeout [Privileged]': 'kube-proxy',
      'Something New [Feature:X] should work': 'Something New',
    };
    for (const [name, group] of Object.entries(expected)) assert.equal(groupOf(name), group, name);
  });

  it('leaves out what needs SCTP sockets only where the kernel has none', () => {
    const policy = spec(
      'Netpol [Feature:SCTPConnectivity] [LinuxOnly] NetworkPolicy between server and client using SCTP …',
    );
    assert.match(exclusionOf(policy, { sctp: false }) ?? '', /no SCTP sockets/);
    assert.equal(exclusionOf(policy, { sctp: true }), undefined);
    const api = spec('Services should allow creating a basic SCTP service with pod and endpoints [LinuxOnly] [Serial]');
    assert.equal(exclusionOf(api, { sctp: false }), undefined);
  });

  it('leaves out clouds, the Internet and kube-proxy, and nothing that has to do with Services', () => {
    const abilities = { sctp: true };
    for (const name of [
      'LoadBalancers [Feature:LoadBalancer] should be able to change the type and ports of a TCP service [Slow]',
      'DNS should provide DNS for the cluster [Provider:GCE]',
      'Networking should provider Internet connection for containers using DNS [Feature:Networking-DNS]',
      'Services should work after restarting kube-proxy [Disruptive]',
    ]) {
      assert.notEqual(exclusionOf(spec(name), abilities), undefined, name);
    }
    for (const name of [
      'Services should serve endpoints on same port and different protocol for internal traffic on Type LoadBalancer',
      'DNS should provide DNS for the cluster [Conformance]',
      'Networking Granular Checks: Services should function for pod-Service: http',
    ]) {
      assert.equal(exclusionOf(spec(name), abilities), undefined, name);
    }
  });

  it('counts by group, in the order of the table, and sums up', () => {
    const outcomes = [
      outcome('Services should a', 'passed'),
      outcome('Netpol should b', 'failed', 'wrong results\nat line 3'),
      outcome('Services should c', 'skipped', 'needs a cloud'),
      outcome('DNS should d', 'skipped', 'needs a cloud'),
      outcome('DNS should e', 'skipped', 'needs the Internet'),
    ];
    assert.deepEqual(countGroups(outcomes), [
      { group: 'NetworkPolicy', passed: 0, failed: 1, skipped: 0 },
      { group: 'Services', passed: 1, failed: 0, skipped: 1 },
      { group: 'DNS', passed: 0, failed: 0, skipped: 2 },
    ]);
    assert.match(groupTable(outcomes), /^\| all {11}\| {6}1 \| {6}1 \| {7}3 \|$/m);
    assert.equal(failureList(outcomes), '* Netpol should b (61 s): wrong results');
    assert.equal(
      skipList(outcomes),
      [
        '* **2: needs a cloud**',
        '  * DNS should d',
        '  * Services should c',
        '* **1: needs the Internet**',
        '  * DNS should e',
      ].join('\n'),
    );
  });
});
