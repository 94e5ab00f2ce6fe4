// Finding the API server: in a pod, from a kubeconfig of ours, and from one that needs client-node.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  KubeClient,
  type KubeConnection,
  type KubeError,
  type KubeObject,
  loadConnection,
  tokenFile,
} from '../../src/kube/index.ts';
import { run } from '../support/command.ts';
import { adminClient, apiServer, namespaces } from './server.ts';

describe('the connection to the API server', () => {
  let folder: string;

  before(async function () {
    this.timeout(120_000);
    await apiServer();
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'subnetes-connection-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** Asks the server who we are to it. */
  async function whoAmI(connection: KubeConnection): Promise<string | undefined> {
    const client = new KubeClient(connection);
    try {
      const type = {
        ...namespaces,
        group: 'authentication.k8s.io',
        plural: 'selfsubjectreviews',
        kind: 'SelfSubjectReview',
      };
      const question = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview', metadata: { name: '' } };
      const answer: KubeObject & { readonly status?: { readonly userInfo: { readonly username: string } } } =
        await client.create(type, question);
      return answer.status?.userInfo.username;
    } finally {
      client.close();
    }
  }

  /** The ServiceAccount that tests are, and a token for it. */
  const account = 'system:serviceaccount:default:connection-test';
  async function serviceAccountToken(): Promise<string> {
    const server = await apiServer();
    const admin = await adminClient();
    const type = { group: '', version: 'v1', plural: 'serviceaccounts', kind: 'ServiceAccount', namespaced: true };
    const name = 'connection-test';
    await admin
      .create(type, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { namespace: 'default', name } })
      .catch((error: KubeError) => {
        if (!error.alreadyExists) throw error;
      });
    return server.serviceAccountToken('default', name);
  }

  it('comes from the files and variables that a pod finds', async () => {
    const server = await apiServer();
    const url = new URL(server.url);
    await copyFile(server.admin.ca, join(folder, 'ca.crt'));
    await writeFile(join(folder, 'token'), `${await serviceAccountToken()}\n`);
    const environment = { KUBERNETES_SERVICE_HOST: url.hostname, KUBERNETES_SERVICE_PORT: url.port };
    assert.equal(await whoAmI(await loadConnection({ environment, serviceAccountFolder: folder })), account);
  });

  it('comes from a kubeconfig in JSON with certificates in it', async () => {
    const { kubeconfig } = await apiServer();
    assert.equal(await whoAmI(await loadConnection({ kubeconfig })), 'admin');
  });

  it('comes from a kubeconfig in JSON with files beside it and a token', async () => {
    const server = await apiServer();
    await copyFile(server.admin.ca, join(folder, 'ca.crt'));
    const kubeconfig = join(folder, 'config');
    const config = {
      clusters: [{ name: 'c', cluster: { server: server.url, 'certificate-authority': 'ca.crt' } }],
      users: [{ name: 'u', user: { token: await serviceAccountToken() } }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
    };
    await writeFile(kubeconfig, JSON.stringify(config));
    assert.equal(await whoAmI(await loadConnection({ kubeconfig })), account);
  });

  it('comes from a kubeconfig in YAML, through client-node, with a login plugin too', async function () {
    this.timeout(60_000);
    const server = await apiServer();
    const certificates = join(folder, 'certificates.yaml');
    const { stdout } = await run('kubectl', [
      '--kubeconfig',
      server.kubeconfig,
      'config',
      'view',
      '--raw',
      '-o',
      'yaml',
    ]);
    await writeFile(certificates, stdout);
    assert.equal(await whoAmI(await loadConnection({ kubeconfig: certificates })), 'admin');

    const credential = {
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: await serviceAccountToken() },
    };
    const answer = join(folder, 'answer.json');
    await writeFile(answer, JSON.stringify(credential));
    const plugin = join(folder, 'plugin.yaml');
    const ca = (await readFile(server.admin.ca)).toString('base64');
    await writeFile(
      plugin,
      [
        'clusters:',
        `- {name: c, cluster: {server: "${server.url}", certificate-authority-data: ${ca}}}`,
        'users:',
        `- {name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: cat, args: ["${answer}"], interactiveMode: Never}}}`,
        'contexts:',
        '- {name: x, context: {cluster: c, user: u}}',
        'current-context: x',
      ].join('\n'),
    );
    assert.equal(await whoAmI(await loadConnection({ kubeconfig: plugin })), account);
  });

  it('does not trust a server whose certificate another authority signed', async () => {
    const server = await apiServer();
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=other'],
      ...['-keyout', join(folder, 'other.key'), '-out', join(folder, 'other.crt')],
    ]);
    const client = new KubeClient(
      { server: server.url, ca: await readFile(join(folder, 'other.crt'), 'utf8') },
      { deadlineMs: 5000 },
    );
    await assert.rejects(client.list(namespaces), { reason: 'Unreachable', executed: 'no' });
    client.close();
  });

  it('says what is missing', async () => {
    await assert.rejects(loadConnection({ environment: {} }), /give a kubeconfig/);
    const empty = join(folder, 'empty');
    await writeFile(empty, '{}');
    await assert.rejects(loadConnection({ kubeconfig: empty }), /names no cluster/);
  });

  it('reads a token again when it has been kept for long, and at once when asked to', async () => {
    const file = join(folder, 'token');
    await writeFile(file, 'first\n');
    const patient = tokenFile(file);
    const eager = tokenFile(file, 0);
    assert.deepEqual([await patient(), await eager()], ['first', 'first']);
    await writeFile(file, 'second\n');
    assert.deepEqual([await patient(), await eager(), await patient(true)], ['first', 'second', 'second']);
    await writeFile(file, '');
    await assert.rejects(eager(), /is empty/);
  });
});
