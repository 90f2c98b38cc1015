import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const SANS =
  "Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif";

export const theme = createTheme({
  colors: {
    dark: [
      '#d3d8de',
      '#b4bac2',
      '#8d959e',
      '#626b75',
      '#3d454d',
      '#30363d',
      '#272c32',
      '#1e2125',
      '#17191c',
      '#111315',
    ],
  },
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  fontFamily: SANS,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', 'D2Coding', monospace",
  headings: { fontFamily: SANS, fontWeight: '700' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: 'lg',
        overlayProps: { blur: 2 },
        attributes: { header: { role: 'presentation' } }, // a page has one banner
      },
      styles: { title: { fontWeight: 700 } },
    },
    Badge: { styles: { root: { textTransform: 'none' } } },
    Drawer: {
      defaultProps: { attributes: { header: { role: 'presentation' } } },
      styles: { title: { flex: 1, minWidth: 0 } },
    },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});

/** Our own few colours; every pair is held to WCAG AA by axe, in both schemes. */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c646c',
    '--mantine-color-placeholder': '#6b737b',
    '--gotgan-page': '#f6f7f9',
    '--gotgan-raised': '#ffffff',
    '--gotgan-sunken': '#f1f3f5',
    '--gotgan-line': '#dfe3e8',
    '--gotgan-hover': '#f3f5ff',
    '--gotgan-bad-back': '#fff0f0',
    '--gotgan-bad-text': '#a51111',
    '--gotgan-warn-text': '#8a4b00',
    '--gotgan-warn-back': '#fff4dc',
    '--gotgan-good-text': '#0b6b45',
  },
  dark: {
    '--mantine-color-dimmed': '#a3a9b0',
    '--mantine-color-placeholder': '#98a0a8',
    '--mantine-color-body': '#1b1d21',
    '--gotgan-page': '#15171a',
    '--gotgan-raised': '#1e2125',
    '--gotgan-sunken': '#17191c',
    '--gotgan-line': '#343a41',
    '--gotgan-hover': '#252a38',
    '--gotgan-bad-back': '#3a1d20',
    '--gotgan-bad-text': '#ffb3b3',
    '--gotgan-warn-text': '#ffd08a',
    '--gotgan-warn-back': '#3b2c14',
    '--gotgan-good-text': '#7ce0b4',
  },
});
