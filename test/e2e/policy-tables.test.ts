// NetworkPolicies and ClusterNetworkPolicies made at random, and every connection between the pods of a small cluster: what gets through is what
// an oracle, written from the API reference, says. SEED chooses another world.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Condition } from '../../src/api/index.ts';
import { Cluster } from '../support/cluster.ts';
import { clusterNetworkPolicyCrd, clusterNetworkPolicyCrdName } from '../support/cluster-network-policy-crd.ts';
import { chosenOvnVersion } from '../support/ovn-root.ts';
import { clusterNetworkPolicy, clusterPoliciesTaken, inForce, networkPolicy } from '../support/policies.ts';
import type { ClusterPeer, ClusterRule, ClusterSpec, Policy } from '../support/policy-oracle.ts';
import { clusterPolicies, policies } from '../support/random-policies.ts';
import { assertReaches, ping } from '../support/traffic.ts';
import { TruthTable, tableNamespaces } from '../support/truth-table.ts';

const seed = Number(process.env.SEED ?? 20_261_128);

/** ACLs have tiers from OVN 23.06 on. */
const hasTiers = chosenOvnVersion() !== '23.03';

describe('truth tables of policies', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  let table: TruthTable;

  before(async () => {
    cluster = await Cluster.up();
    table = await TruthTable.start(cluster);
  });
  after(async () => {
    await table?.stop();
    await cluster?.down();
  });

  const enforce = async (list: readonly Policy[]): Promise<void> => {
    for (const namespace of Object.keys(tableNamespaces))
      await cluster.kubectl('delete', 'networkpolicies', '--all', '-n', namespace, '--wait=false');
    if (list.length > 0)
      await cluster.apply(...list.map(({ namespace, spec }, index) => networkPolicy(namespace, `p${index}`, spec)));
    await inForce(cluster, 'x');
  };

  it('without policies everything passes', async () => {
    assert.deepEqual(await table.disagreements([]), []);
  });

  const worlds = 6;
  for (let world = 0; world < worlds; world++) {
    it(`world ${world} of seed ${seed}${world === 0 ? ' [every OVN]' : ''}`, async () => {
      const [list] = fc.sample(policies(table.addresses, { minLength: 2, maxLength: 6 }), {
        ...{ seed: seed + world, numRuns: 1 },
      });
      await enforce(list!);
      const wrong = await table.disagreements(list!);
      assert.equal(wrong.length, 0, `SEED=${seed}\n${wrong.join('\n')}\n${JSON.stringify(list)}`);
    });
  }

  it('the worlds had enough of both', () => {
    assert.ok(table.decided.passes > 200 && table.decided.blocked > 200, JSON.stringify(table.decided));
  });

  describe('with ClusterNetworkPolicies', () => {
    before(async () => {
      await enforce([]);
      // The controller runs: it has to find out that there is the kind now.
      await cluster.apply(clusterNetworkPolicyCrd);
      await cluster.wait(`crd/${clusterNetworkPolicyCrdName}`, 'condition=Established');
    });

    const enforceBoth = async (list: readonly Policy[], specs: readonly ClusterSpec[]): Promise<void> => {
      await cluster.kubectl('delete', 'clusternetworkpolicies', '--all', '--wait=false');
      if (specs.length > 0) await cluster.apply(...specs.map((spec, index) => clusterNetworkPolicy(`c${index}`, spec)));
      await clusterPoliciesTaken(cluster);
      await enforce(list);
    };

    const mixed = 4;
    for (let world = 0; world < mixed; world++) {
      const title = `world ${world} of both, of seed ${seed}${hasTiers ? '' : ', where OVN has no tiers: as if there were none'}`;
      it(`${title}${world < 2 ? ' [every OVN]' : ''}`, async () => {
        const { addresses } = table;
        const both = fc.tuple(policies(addresses, { minLength: 1, maxLength: 4 }), clusterPolicies(addresses));
        const [[list, specs]] = fc.sample(both, { seed: seed + 102 + world, numRuns: 1 }) as [
          [readonly Policy[], readonly ClusterSpec[]],
        ];
        await enforceBoth(list, specs);
        const wrong = await table.disagreements(list, hasTiers ? specs : []);
        const story = JSON.stringify({ policies: list, clusterPolicies: specs });
        assert.equal(wrong.length, 0, `SEED=${seed}\n${wrong.join('\n')}\n${story}`);
      });
    }

    const all = { namespaces: {} };
    const nobody = { namespaces: { matchLabels: { team: 'nobody' } } };
    const deny = (direction: 'from' | 'to', peer: ClusterPeer): ClusterRule => ({
      action: 'Deny',
      [direction]: [peer],
    });
    const admin = (priority: number, rules: Partial<ClusterSpec>): ClusterSpec => ({
      ...{ tier: 'Admin', priority, subject: nobody },
      ...rules,
    });

    it('the worlds had enough of every tier and action [every OVN]', function () {
      if (!hasTiers) return this.skip();
      for (const tier of ['Admin', 'Baseline'])
        for (const action of ['Accept', 'Deny', 'Pass'])
          assert.ok((table.said.get(`${tier} ${action}`) ?? 0) > 20, JSON.stringify([...table.said]));
      return undefined;
    });

    it('status says what is in force, and kubectl shows it [every OVN]', async () => {
      await enforceBoth([], []);
      const conditions = async (name: string) => {
        const path = `/apis/policy.networking.k8s.io/v1alpha2/clusternetworkpolicies/${name}`;
        const { metadata, status } = await cluster.bed.kube.api.call<{
          metadata: { generation: number };
          status: { conditions: readonly Condition[] };
        }>('GET', path);
        const [condition, ...more] = status.conditions;
        assert.equal(more.length, 0);
        assert.equal(condition?.observedGeneration, metadata.generation, name);
        return condition;
      };
      await cluster.apply(clusterNetworkPolicy('first', admin(5, { ingress: [deny('from', all)] })));
      // Ages are whole seconds; of one age the smaller name comes first, and so it does here.
      await cluster.apply(clusterNetworkPolicy('second', admin(5, { ingress: [deny('from', all)] })));
      const byName = admin(6, { egress: [{ action: 'Accept', to: [{ domainNames: ['example.com'] }] }] });
      await cluster.apply(clusterNetworkPolicy('unsupported', byName));
      await clusterPoliciesTaken(cluster);
      const names = ['first', 'second', 'unsupported'];
      const said = await Promise.all(names.map(async (name) => (await conditions(name))?.reason));
      const shown = await cluster.kubectl('get', 'cnp');
      assert.match(shown, /^NAME +TIER +PRIORITY +AGE\nfirst +Admin +5 /);
      const described = await cluster.kubectl('describe', 'cnp', 'unsupported');
      assert.match(described, /Type: +Accepted/);
      if (hasTiers) {
        assert.deepEqual(said, ['Accepted', 'SharedPriority', 'UnsupportedRule']);
        assert.match(described, /Not supported: egress\[0\] \(a peer by domainNames\)/);
        assert.match((await conditions('second'))?.message ?? '', /"first"/);
      } else {
        assert.deepEqual(said, ['NoTiers', 'NoTiers', 'NoTiers']);
        assert.match(described, /OVN 23\.06 and later have them/);
      }
      await cluster.apply(clusterNetworkPolicy('unsupported', admin(6, { egress: [deny('to', all)] })));
      await clusterPoliciesTaken(cluster);
      assert.equal((await conditions('unsupported'))?.reason, hasTiers ? 'Accepted' : 'NoTiers');
    });

    it('pods are kept from nodes, and no policy keeps a node from its own pods', async function () {
      if (!hasTiers) return this.skip();
      const [pod, other] = await Promise.all([cluster.pod('a', 'x'), cluster.pod('b', 'x')]);
      const nodes = cluster.bed.nodes.flatMap(({ address }) => [address.ipv4, address.ipv6]);
      await enforceBoth([], []);
      for (const address of nodes) await assertReaches(pod.from, address, 'a node, before');
      const subject = { pods: { podSelector: { matchLabels: { app: 'a' } } } };
      const egress = [deny('to', { nodes: {} })];
      const ingress = [deny('from', all)];
      await enforceBoth([], [admin(0, { subject, egress, ingress })]);
      for (const address of nodes) assert.equal(await ping(pod.from, address, { count: 3 }), 0, address);
      await assertReaches(pod.from, other.ipv4 ?? '', 'a pod');
      assert.equal(await ping(other.from, pod.ipv4 ?? '', { count: 3 }), 0);
      await assertReaches(cluster.fromNode(pod.node), pod.ipv4 ?? '', 'a pod from its own node');
      return undefined;
    });

    it('the definition takes nothing that the API does not', async () => {
      const refused = async (spec: object, why: RegExp): Promise<void> => {
        const ends = cluster.apply(clusterNetworkPolicy('wrong', { ...admin(1, {}), ...spec } as ClusterSpec));
        await assert.rejects(ends, why);
      };
      await refused({ priority: 1001 }, /less than or equal to 1000/);
      await refused({ tier: 'NetworkPolicy' }, /supported values: "Admin", "Baseline"/);
      await refused({ ingress: [{ action: 'Deny', from: [] }] }, /at least 1 items/);
      await refused(
        { egress: [deny('to', { nodes: {}, networks: ['10.0.0.0/8'] })] },
        /Too many: 2: must have at most 1/,
      );
      await refused({ egress: [deny('to', { networks: ['10.0.0.0'] })] }, /Invalid CIDR/);
    });

    it('that kind gone, everything passes', async () => {
      await enforce([]);
      await cluster.kubectl('delete', 'crd', clusterNetworkPolicyCrdName);
      assert.deepEqual(await table.disagreements([]), []);
    });
  });
});
