// NetworkPolicies and ClusterNetworkPolicies made at random, and every connection between the pods of a small cluster: what gets through is what
// an oracle, written from the API reference, says. SEED chooses another world.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Cluster } from '../support/cluster.ts';
import { clusterNetworkPolicyCrd, clusterNetworkPolicyCrdName } from '../support/cluster-network-policy-crd.ts';
import { chosenOvnVersion } from '../support/ovn-root.ts';
import { clusterNetworkPolicy, clusterPoliciesTaken, inForce, networkPolicy } from '../support/policies.ts';
import type { ClusterSpec, Policy } from '../support/policy-oracle.ts';
import { clusterPolicies, policies } from '../support/random-policies.ts';
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
        const both = fc.tuple(policies(addresses, { minLength: 0, maxLength: 3 }), clusterPolicies(addresses));
        const [[list, specs]] = fc.sample(both, { seed: seed + 100 + world, numRuns: 1 }) as [
          [readonly Policy[], readonly ClusterSpec[]],
        ];
        await enforceBoth(list, specs);
        const wrong = await table.disagreements(list, hasTiers ? specs : []);
        const story = JSON.stringify({ policies: list, clusterPolicies: specs });
        console.log(JSON.stringify(table.overruled));
        assert.equal(wrong.length, 0, `SEED=${seed}\n${wrong.join('\n')}\n${story}`);
      });
    }

    it('that kind gone, everything passes', async () => {
      await enforce([]);
      await cluster.kubectl('delete', 'crd', clusterNetworkPolicyCrdName);
      assert.deepEqual(await table.disagreements([]), []);
    });
  });
});
