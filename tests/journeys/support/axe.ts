import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'puppeteer-core';

type Violation = { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] };

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Looks at the page as it stands with axe, WCAG 2.2 A and AA and best practices. It runs in a world of its own beside the page's
 * scripts, so that nothing in the page changes and its policy stays in force.
 */
export const axeFaults = async (page: Page): Promise<string[]> => {
  const cdp = await page.createCDPSession();
  try {
    const world = await isolatedWorld(cdp);
    await evaluate(cdp, world, `${source};undefined`);
    const violations = (await evaluate(
      cdp,
      world,
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
    )) as Violation[];
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `axe ${id} (${help}) at ${JSON.stringify(node.target)}: ${node.failureSummary ?? ''}`),
    );
  } finally {
    await cdp.detach();
  }
};

const isolatedWorld = async (cdp: CDPSession): Promise<number> => {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  });
  return executionContextId;
};

const evaluate = async (cdp: CDPSession, contextId: number, expression: string): Promise<unknown> => {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.text}`);
  return result.value;
};
