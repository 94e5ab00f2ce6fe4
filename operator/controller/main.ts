/** The controller program: flags, parts, start, stop. */
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { loadConnection } from '../../src/kube/index.ts';
import { createLog, createMetrics, HealthServer, onShutdown, readFlags } from '../process/index.ts';
import { Controller } from './controller.ts';

const { values } = readFlags('controller', {
  options: {
    kubeconfig: { type: 'string' },
    northbound: { type: 'string', default: '' },
    southbound: { type: 'string', default: '' },
    'tls-ca': { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'health-address': { type: 'string', default: '127.0.0.1:9460' },
    'lease-namespace': { type: 'string', default: 'subnetes-system' },
    'insecure-ovsdb-tcp': { type: 'boolean', default: false },
    installation: { type: 'string' },
    'log-level': { type: 'string', default: 'info' },
  },
});

const log = createLog({
  format: process.stderr.isTTY ? 'plain' : 'json',
  level: values['log-level'] as 'info',
  fields: { program: 'controller' },
});
const metrics = createMetrics('controller');
const list = (text: string) => text.split(',').filter((part) => part !== '');

/** The three PEM files for `ssl:` endpoints; all or none. */
async function tlsMaterial() {
  const { 'tls-ca': ca, 'tls-cert': cert, 'tls-key': key } = values;
  if (!ca || !cert || !key) return undefined;
  const [caPem, certPem, keyPem] = await Promise.all([ca, cert, key].map((path) => readFile(path, 'utf8')));
  return { ca: caPem!, cert: certPem!, key: keyPem! };
}

const controller = new Controller({
  connection: await loadConnection({
    kubeconfig: values.kubeconfig,
    // Which replica it was, for those who read the audit log.
    userAgent: `subnetes-controller (${hostname()}; process ${process.pid})`,
  }),
  database: {
    northbound: list(values.northbound),
    southbound: list(values.southbound),
    tls: await tlsMaterial(),
    insecureTcp: values['insecure-ovsdb-tcp'],
  },
  leaseNamespace: values['lease-namespace'],
  installation: values.installation,
  metrics,
  log,
});
const [host = '127.0.0.1', port = '9460'] = splitAddress(values['health-address']);
const health = new HealthServer({
  host,
  port: Number(port),
  ready: { controller: () => controller.unready() },
  registry: metrics.registry,
});

/** `host:port`, with brackets around IPv6. */
function splitAddress(text: string): readonly string[] {
  const colon = text.lastIndexOf(':');
  return [text.slice(0, colon).replace(/^\[|\]$/g, ''), text.slice(colon + 1)];
}

const shutdown = onShutdown({
  process,
  exit: (code) => process.exit(code),
  stop: async () => {
    await controller.stop();
    await health.stop();
  },
  log,
});
await health.start();
controller.run().catch((error: unknown) => {
  // The end that was asked for ends the run as well.
  if (controller.stopping) return;
  log.error('can not go on', { error });
  shutdown.end('the controller failed', 1);
});
