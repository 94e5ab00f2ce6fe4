/** The program that takes the product away: `node` cleans the node that it is on, `cluster` everything else (operator/install/removal.ts). */
import { readFile } from 'node:fs/promises';
import packageFile from '../../package.json' with { type: 'json' };
import { loadConnection } from '../../src/kube/index.ts';
import { removeFromNode } from '../agent/removal.ts';
import { createLog, HealthServer, onShutdown, readFlags } from '../process/index.ts';
import { removeFromCluster } from './cluster.ts';

const { values, positionals } = readFlags('uninstall', {
  allowPositionals: true,
  options: {
    // Of both.
    'log-level': { type: 'string', default: 'info' },
    // Of "cluster".
    kubeconfig: { type: 'string' },
    northbound: { type: 'string', default: '' },
    southbound: { type: 'string', default: '' },
    'tls-ca': { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'insecure-ovsdb-tcp': { type: 'boolean', default: false },
    installation: { type: 'string' },
    'nodes-deadline-seconds': { type: 'string', default: '300' },
    // Of "node".
    node: { type: 'string' },
    ovs: { type: 'string', default: 'unix:/var/run/openvswitch/db.sock' },
    'state-dir': { type: 'string', default: '/run/subnetes' },
    'cni-conf-dir': { type: 'string', default: '/etc/cni/net.d' },
    'cni-bin-dir': { type: 'string', default: '/opt/cni/bin' },
    /** Port on loopback at which it says that the node is clean, until it is ended; absent: it ends by itself. */
    'health-port': { type: 'string' },
  },
});

const [mode] = positionals;
const log = createLog({
  format: process.stderr.isTTY ? 'plain' : 'json',
  level: values['log-level'] as 'info',
  fields: { program: 'uninstall', mode },
});
const stopping = new AbortController();
let health: HealthServer | undefined;
const shutdown = onShutdown({
  process,
  exit: (code) => process.exit(code),
  stop: async (reason) => {
    stopping.abort(new Error(reason));
    await health?.stop();
  },
  log,
});

async function cleanNode(): Promise<void> {
  let dirty: string | undefined = 'the node is not clean yet';
  const port = values['health-port'];
  if (port !== undefined) {
    health = new HealthServer({ host: '127.0.0.1', port: Number(port), ready: { node: () => dirty } });
    await health.start();
  }
  await removeFromNode(
    {
      node: values.node ?? process.env.NODE_NAME ?? '',
      ovs: values.ovs,
      cniConfDirectory: values['cni-conf-dir'],
      cniBinDirectory: values['cni-bin-dir'],
      stateDirectory: values['state-dir'],
      version: packageFile.version,
      log,
    },
    stopping.signal,
  );
  dirty = undefined;
  log.info('the node is clean');
  if (port === undefined) shutdown.end('done', 0);
}

const list = (text: string) => text.split(',').filter((part) => part !== '');

/** The three PEM files for `ssl:` endpoints; all or none. */
async function tlsMaterial() {
  const { 'tls-ca': ca, 'tls-cert': cert, 'tls-key': key } = values;
  if (!ca || !cert || !key) return undefined;
  const [caPem, certPem, keyPem] = await Promise.all([ca, cert, key].map((path) => readFile(path, 'utf8')));
  return { ca: caPem!, cert: certPem!, key: keyPem! };
}

async function cleanCluster(): Promise<void> {
  await removeFromCluster(
    {
      connection: await loadConnection({ kubeconfig: values.kubeconfig, userAgent: 'subnetes-uninstall' }),
      database: {
        northbound: list(values.northbound),
        southbound: list(values.southbound),
        tls: await tlsMaterial(),
        insecureTcp: values['insecure-ovsdb-tcp'],
      },
      installation: values.installation,
      nodesDeadlineMs: Number(values['nodes-deadline-seconds']) * 1000,
      log,
    },
    stopping.signal,
  );
  shutdown.end('done', 0);
}

const run = { node: cleanNode, cluster: cleanCluster }[mode ?? ''];
if (run === undefined) {
  log.error('say what to clean: "node" or "cluster"');
  process.exit(2);
}
run().catch((error: unknown) => {
  if (stopping.signal.aborted) return;
  log.error('can not go on', { error });
  shutdown.end('it failed', 1);
});
