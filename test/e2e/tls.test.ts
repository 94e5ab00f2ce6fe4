// The whole way of a pod with the OVN databases behind TLS and client certificates: controller, ovn-controller and agents.
import assert from 'node:assert/strict';
import { Cluster } from '../support/cluster.ts';
import { assertReaches, fetchTcp } from '../support/traffic.ts';

describe('OVN databases over TLS', function () {
  this.timeout(180_000);
  let cluster: Cluster;

  before(async () => {
    cluster = await Cluster.up({ tls: true });
  });

  after(() => cluster?.down());

  it('carry pods that reach each other and the nodes', async () => {
    assert.match(cluster.bed.northbound.underlay, /^ssl:/);
    assert.match(await cluster.bed.node('n1').vsctl('get', 'Open_vSwitch', '.', 'external_ids:ovn-remote'), /^"?ssl:/);
    const [a, b] = await Promise.all([cluster.runPod('a', { node: 'n1' }), cluster.runPod('b', { node: 'n2' })]);
    for (const address of b.addresses) await assertReaches(a.from, address);
    await cluster.serve(b, 8080);
    assert.equal(await fetchTcp(a.from, b.ipv4 ?? '', 8080), 'b\n');
    assert.equal(await fetchTcp(cluster.fromNode('n1'), b.ipv6 ?? '', 8080), 'b\n');
  });
});
