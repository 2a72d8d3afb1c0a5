import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './root.mjs';

const GRACE_MS = 15_000;
const INTERRUPTED = 130;
const hasGroups = process.platform !== 'win32';

const children = new Set();
let stopping = false;

const signalWithAllBelow = (child, signal) => {
  try {
    if (hasGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended already.
  }
};

/** A test and all that it started just have to end; a program that somebody uses puts its own house in order. */
const askToEnd = (child, signal) => (child.stdout ? signalWithAllBelow(child, signal) : child.kill(signal));

/** Passes a signal on once: npm repeats what the terminal has sent already, and twice would mean "at once". */
const stop = async (signal) => {
  if (stopping) return;
  stopping = true;
  const running = [...children];
  const ended = running.map((child) => once(child, 'close'));
  for (const child of running) askToEnd(child, signal);
  const killer = setTimeout(() => running.forEach((child) => signalWithAllBelow(child, 'SIGKILL')), GRACE_MS);
  const codes = await Promise.all(ended);
  clearTimeout(killer);
  process.exit(running.length > 0 && codes.every(([code]) => code === 0) ? 0 : INTERRUPTED);
};

process.on('SIGINT', () => void stop('SIGINT'));
process.on('SIGTERM', () => void stop('SIGTERM'));
if (hasGroups) process.on('SIGHUP', () => void stop('SIGTERM'));

/** Runs a command to its end: its exit code, and what it printed if `quiet`. An interruption ends it and all it started. */
export const run = (command, args, { quiet = false, env = {}, cwd = root } = {}) =>
  new Promise((resolve) => {
    if (stopping) return;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: hasGroups,
    });
    children.add(child);
    let output = '';
    const note = (data) => (output += data);
    child.stdout?.setEncoding('utf8').on('data', note);
    child.stderr?.setEncoding('utf8').on('data', note);
    child.on('error', (error) => {
      children.delete(child);
      resolve({ code: 1, output: output + error.message });
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      if (!stopping) resolve({ code: signal ? 1 : code, output: signal ? `${output}\nEnded by ${signal}.` : output });
    });
  });
