/** What the demo shows of a NetworkPolicy: it closes pods, and a label opens them to one that asks. */
import type { Cluster } from '../../test/support/cluster.ts';
import { eventually } from '../../test/support/traffic.ts';
import type { DemoPod } from './pods.ts';
import { refusalOf } from './prove.ts';
import type { Screen } from './screen.ts';

const namespace = 'bank';

/** Asks the vault as a teller, as a guest, as a guest who becomes a teller, and as the node; answers how much was not as it must be. */
export async function closeAndOpen(cluster: Cluster, screen: Screen, vault: DemoPod): Promise<number> {
  screen.heading('a NetworkPolicy closes and opens');
  screen.command('kubectl get networkpolicy -n bank', await cluster.kubectl('get', 'networkpolicy', '-n', namespace));
  const ask = (who: string, open: boolean, why: string): Promise<number> =>
    askVault(cluster, screen, vault, who, open, why);
  const label = async (app: string): Promise<void> => {
    const args = ['label', 'pod', 'guest-0', '-n', namespace, `app=${app}`, '--overwrite'];
    await cluster.kubectl(...args);
    screen.command(`kubectl ${args.join(' ')}`);
  };
  let unmet = await ask('teller-0', true, 'a teller is let in');
  unmet += await ask('guest-0', false, 'a guest is not: no answer');
  await label('teller');
  unmet += await ask('guest-0', true, 'a guest who becomes a teller is let in');
  await label('guest');
  unmet += await ask('guest-0', false, 'and is not any more when that is over');
  await cluster.kubectl('wait', '--for=condition=Ready', '--timeout=10s', 'pod/vault-0', '-n', namespace);
  screen.text('✓  vault-0 is Ready: the probe of its kubelet passes, though the policy does not name the node');
  return unmet;
}

async function askVault(
  cluster: Cluster,
  screen: Screen,
  vault: DemoPod,
  who: string,
  open: boolean,
  why: string,
): Promise<number> {
  const command = ['curl', '-s', '-S', '-m', '2', `http://${vault.ipv4}:8080/hostname`];
  let said = '';
  // A label takes a moment on its way to the nodes.
  const met = await eventually(why, 20, async () => {
    said = await refusalOf(cluster.kubectl('exec', '-n', namespace, who, '--', ...command));
    return (said === 'bank-vault-0') === open;
  }).catch(() => false);
  screen.command(`kubectl exec -n ${namespace} ${who} -- ${command.join(' ')}`, said);
  screen.text(`${met ? '✓' : '✗'}  ${met ? why : `NOT SO: ${why}`}`);
  return met ? 0 : 1;
}
