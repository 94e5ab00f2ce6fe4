/** What the demo shows of policies: a NetworkPolicy closes pods, a label opens them to one that asks, and an administrator has the first word. */
import type { Cluster } from '../../test/support/cluster.ts';
import { eventually } from '../../test/support/traffic.ts';
import type { DemoPod } from './pods.ts';
import { refusalOf } from './prove.ts';
import type { Screen } from './screen.ts';

const namespace = 'bank';

/** A pod that asks another one. */
interface Question {
  readonly namespace: string;
  readonly who: string;
  readonly server: DemoPod;
  /** The host name by which it answers. */
  readonly answer: string;
}

/** Asks the vault as a teller, as a guest, as a guest who becomes a teller, and as the node; answers how much was not as it must be. */
export async function closeAndOpen(cluster: Cluster, screen: Screen, vault: DemoPod): Promise<number> {
  screen.heading('a NetworkPolicy closes and opens');
  screen.command('kubectl get networkpolicy -n bank', await cluster.kubectl('get', 'networkpolicy', '-n', namespace));
  const as = (who: string, open: boolean, why: string): Promise<number> =>
    ask(cluster, screen, { namespace, who, server: vault, answer: 'bank-vault-0' }, open, why);
  const label = async (app: string): Promise<void> => {
    const args = ['label', 'pod', 'guest-0', '-n', namespace, `app=${app}`, '--overwrite'];
    await cluster.kubectl(...args);
    screen.command(`kubectl ${args.join(' ')}`);
  };
  let unmet = await as('teller-0', true, 'a teller is let in');
  unmet += await as('guest-0', false, 'a guest is not: no answer');
  await label('teller');
  unmet += await as('guest-0', true, 'a guest who becomes a teller is let in');
  await label('guest');
  unmet += await as('guest-0', false, 'and is not any more when that is over');
  await cluster.kubectl('wait', '--for=condition=Ready', '--timeout=10s', 'pod/vault-0', '-n', namespace);
  screen.text('✓  vault-0 is Ready: the probe of its kubelet passes, though the policy does not name the node');
  return unmet;
}

/** Asks the press from three namespaces, about which the ClusterNetworkPolicy says something else than the NetworkPolicy; answers how much was not so. */
export async function overrule(cluster: Cluster, screen: Screen, server: DemoPod): Promise<number> {
  screen.heading('a ClusterNetworkPolicy has the first word');
  await cluster.wait('clusternetworkpolicy/plant', 'condition=Accepted', 60);
  screen.command('kubectl get cnp', await cluster.kubectl('get', 'cnp'));
  const from = (where: string, who: string, open: boolean, why: string): Promise<number> =>
    ask(cluster, screen, { namespace: where, who, server, answer: 'plant-press-0' }, open, why);
  return (
    (await from('lobby', 'desk-0', false, 'Deny: though the NetworkPolicy would let it in')) +
    (await from('metrics', 'scraper-0', true, 'Accept: though the NetworkPolicy would not let it in')) +
    (await from('plant', 'belt-0', true, 'Pass: the NetworkPolicy lets it in'))
  );
}

async function ask(
  cluster: Cluster,
  screen: Screen,
  { namespace: where, who, server, answer }: Question,
  open: boolean,
  why: string,
): Promise<number> {
  const command = ['curl', '-s', '-S', '-m', '2', `http://${server.ipv4}:8080/hostname`];
  let said = '';
  // A label takes a moment on its way to the nodes.
  const met = await eventually(why, 20, async () => {
    said = await refusalOf(cluster.kubectl('exec', '-n', where, who, '--', ...command));
    return (said === answer) === open;
  }).catch(() => false);
  screen.command(`kubectl exec -n ${where} ${who} -- ${command.join(' ')}`, said);
  screen.text(`${met ? '✓' : '✗'}  ${met ? why : `NOT SO: ${why}`}`);
  return met ? 0 : 1;
}
