import { readFileSync } from 'node:fs';
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { HostError, wordsOf } from '../errors.js';
import type { Fields } from '../fields.js';
import type { ModelFolder } from './folder.js';

export interface Message {
  readonly role: string;
  readonly text: string;
  readonly pictures: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The messages of one item. */
export function messagesOf(item: Fields): Message[] {
  const messages = item.parts('messages').map((message) => ({
    role: message.word('role', ['system', 'user', 'assistant'], 'user'),
    text: message.textOr('text', ''),
    pictures: message.has('pictures') ? message.list('pictures', 'a list of paths', isText) : [],
  }));
  if (messages.length === 0) {
    throw new HostError('bad_request', `${item.path('messages')} is empty`);
  }

  return messages;
}

/** How a model wants its messages written: in tokenizer_config.json, or in a file of its own. */
export class ChatTemplate {
  private readonly own: string | undefined;

  constructor(
    folder: ModelFolder,
    private readonly tokenizer: PreTrainedTokenizer,
  ) {
    const told = folder.json('chat_template.json')['chat_template'];
    this.own = folder.has('chat_template.jinja') ? readFileSync(folder.pathOf('chat_template.jinja'), 'utf8') : isText(told) ? told : undefined;
  }

  /** The prompt, and whether the template has put the marks of beginning into it itself. */
  write(messages: readonly Message[]): { prompt: string; marked: boolean } {
    if (this.own === undefined && (this.tokenizer as unknown as { chat_template?: unknown }).chat_template == null) {
      return { prompt: messages.map((message) => message.text).join('\n'), marked: false };
    }

    const chat = messages.map(({ role, text, pictures }) => ({
      role,
      content: pictures.length === 0 ? text : [...pictures.map(() => ({ type: 'image' })), { type: 'text', text }],
    }));
    try {
      const options = { tokenize: false, add_generation_prompt: true, ...(this.own === undefined ? {} : { chat_template: this.own }) };
      return { prompt: this.tokenizer.apply_chat_template(chat as never, options) as unknown as string, marked: true };
    } catch (error) {
      throw new HostError('refused', "the model's chat template does not take these messages", wordsOf(error));
    }
  }
}
