export { agree, atScreen, pick, runIs, runOf, settled, visit } from './moves';
export { address, api, inBrowser, leave, password, PATIENCE_MS, screenshots, signedIn, stage, stranger, type Page } from './person';
export { complaints, tolerate } from './watch';
