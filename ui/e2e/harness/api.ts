import type { components } from '../../src/api/schema';

type Schemas = components['schemas'];

/** What is arranged and looked up behind the screens' back, as a program does it. */
export class Api {
  constructor(private readonly address: string, private readonly token: string) {}

  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  /** Registers a text, or a file of the server. */
  register(source: { text: string } | { file: string }): Promise<Schemas['WorkflowVersion']> {
    return this.send('POST', '/workflows', 'text' in source ? { sources: { '': source.text } } : { file: source.file });
  }

  /** Starts the newest version. */
  async start(workflow: string, inputs: Record<string, unknown> = {}): Promise<string> {
    return (await this.send<Schemas['RunSummary']>('POST', '/runs', { workflow, inputs })).run;
  }

  /** Waits for the end of a run by its stream and says how it ended. */
  async ended(run: string): Promise<Schemas['RunResponse']> {
    await this.until(run, () => false);
    return this.get(`/runs/${run}`);
  }

  /** Reads the stream of a run until an event fits, or until it ends. */
  async until(run: string, fits: (event: Schemas['RunEvent']) => boolean): Promise<void> {
    const leave = new AbortController();
    const response = await fetch(`${this.address}/api/v1/runs/${run}/events`, { headers: { authorization: `Bearer ${this.token}` }, signal: leave.signal });
    if (!response.ok || response.body === null) throw new Error(`The events of ${run}: ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (text + part.value).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const name = /^event: ?(.*)$/m.exec(block)?.[1];
        const data = block.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n');
        if (name === 'end' || (name === 'run' && fits(JSON.parse(data) as Schemas['RunEvent']))) {
          leave.abort();
          return;
        }
      }
    }
  }

  /** Adds a user with a known password, unless there is one. */
  async user(name: string, role: string, password: string): Promise<void> {
    const users = await this.get<{ items: Schemas['UserResponse'][] }>('/users');
    if (!users.items.some((user) => user.name === name)) await this.send('POST', '/users', { name, role, password });
  }
}
