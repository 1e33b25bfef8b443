#!/usr/bin/env node
/** The command `tinkuy`. What each command needs is loaded when it runs. */
import './host/tune-engine.ts';
import { openChunks } from './host/open-chunks.ts';

type Start = typeof import('./host/start.ts');

const { start } = openChunks(new URL('chunks/', import.meta.url)).load<Start>('start.cjs');
process.exitCode = await start(process.argv.slice(2));
