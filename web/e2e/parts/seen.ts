import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Taste } from './people';

/** Keeps a picture of what is on the screen, and has axe look at it. */
export const seen = async (page: Page, name: string, { language, scheme }: Taste) => {
  await page.screenshot({
    path: `${process.env['GOTGAN_E2E_RESULTS'] ?? 'target/e2e'}/screens/${name}-${language}-${scheme}.png`,
    animations: 'disabled',
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  const findings = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`),
  );
  expect.soft(findings, `${name} in ${language}, ${scheme}`).toEqual([]);
};
