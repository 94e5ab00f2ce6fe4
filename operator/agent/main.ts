/** The agent program: flags, parts, start, stop. One per node. */
import { join } from 'node:path';
import { Gauge } from 'prom-client';
import packageFile from '../../package.json' with { type: 'json' };
import { loadConnection } from '../../src/kube/index.ts';
import { createLog, createMetrics, HealthServer, onShutdown, readFlags } from '../process/index.ts';
import { Agent } from './agent.ts';
import { addMetrics, lineMetrics } from './metrics.ts';

const { values } = readFlags('agent', {
  options: {
    /** Path of a kubeconfig; absent: the pod's service account. */
    kubeconfig: { type: 'string' },
    /** Name of the Node that this agent is on. */
    node: { type: 'string' },
    ovs: { type: 'string', default: 'unix:/var/run/openvswitch/db.sock' },
    /** Servers of OVN_Southbound for ovn-controller, separated by commas; absent: those of the NetworkConfig. */
    southbound: { type: 'string' },
    'state-dir': { type: 'string', default: '/run/subnetes' },
    /** Where the plugin finds the agent; absent: cni.sock in the state folder. */
    'cni-socket': { type: 'string' },
    'cni-conf-dir': { type: 'string', default: '/etc/cni/net.d' },
    /** Where the container runtime looks for plugins, and the plugin that belongs there; without the latter somebody else installs it. */
    'cni-bin-dir': { type: 'string', default: '/opt/cni/bin' },
    plugin: { type: 'string' },
    'health-address': { type: 'string', default: '127.0.0.1:9461' },
    /** system: the kernel's datapath; netdev: ovs-vswitchd's own; absent: found out. */
    datapath: { type: 'string' },
    'log-level': { type: 'string', default: 'info' },
  },
});

const log = createLog({
  format: process.stderr.isTTY ? 'plain' : 'json',
  level: values['log-level'] as 'info',
  fields: { program: 'agent', node: values.node },
});

/** Tells what is wrong with the flags, and ends. */
function usage(problem: string): never {
  log.error(problem);
  process.exit(2);
}

function datapathOf(flag: string | undefined): 'System' | 'Userspace' | undefined {
  if (flag === undefined) return undefined;
  if (flag === 'system') return 'System';
  if (flag === 'netdev') return 'Userspace';
  return usage(`--datapath ${flag}: write system or netdev, or leave it out`);
}

/** `host:port`, with brackets around IPv6. */
function splitAddress(text: string): readonly [host: string, port: number] {
  const colon = text.lastIndexOf(':');
  return [text.slice(0, colon).replace(/^\[|\]$/g, ''), Number(text.slice(colon + 1))];
}

const node = values.node ?? process.env.NODE_NAME ?? usage('--node is missing: write the name of the Node');
const metrics = createMetrics('agent');
const agent = new Agent({
  node,
  connection: await loadConnection({ kubeconfig: values.kubeconfig, userAgent: 'subnetes-agent' }),
  ovs: values.ovs,
  southbound: values.southbound?.split(',').filter((part) => part !== ''),
  cniSocket: values['cni-socket'] ?? join(values['state-dir'], 'cni.sock'),
  cniConfDirectory: values['cni-conf-dir'],
  plugin: values.plugin === undefined ? undefined : { source: values.plugin, folder: values['cni-bin-dir'] },
  datapath: datapathOf(values.datapath),
  version: packageFile.version,
  log,
  observeCall: metrics.observeCall,
  observer: lineMetrics(metrics.registry),
  observeAdd: addMetrics(metrics.registry),
  onBug: (error) => {
    log.error('can not go on', { error });
    shutdown.end('a bug', 1);
  },
});
new Gauge({
  name: 'subnetes_agent_sandboxes',
  help: 'Pod interfaces that are attached on this node',
  registers: [metrics.registry],
  collect() {
    this.set(agent.sandboxes);
  },
});
const [host, port] = splitAddress(values['health-address']);
const health = new HealthServer({
  host,
  port,
  ready: { network: () => agent.unready() },
  registry: metrics.registry,
});

const shutdown = onShutdown({
  process,
  exit: (code) => process.exit(code),
  stop: async () => {
    await agent.stop();
    await health.stop();
  },
  log,
});
await health.start();
agent.start().catch((error: unknown) => {
  log.error('can not start', { error });
  shutdown.end('the agent could not start', 1);
});
