/** A storehouse with two kinds of grain in it. */
export const Logo = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable={false}>
    <rect width="32" height="32" rx="8" fill="#4263eb" />
    <g fill="none" stroke="#fff" strokeLinecap="round" strokeLinejoin="round">
      <path d="M4.5 14.5 16 6l11.5 8.5" strokeWidth="2.6" />
      <path d="M8 15v9.5h16V15" strokeWidth="2.4" />
    </g>
    <rect x="12" y="17" width="3.4" height="3.4" rx=".8" fill="#ffd43b" />
    <rect x="16.8" y="17" width="3.4" height="3.4" rx=".8" fill="#63e6be" />
  </svg>
);
