/** A dotted straight line and a worn curve. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg viewBox="0 0 22 18" width={size} height={(size * 18) / 22} fill="none" aria-hidden="true">
      <path d="M1 12.5h20" stroke="currentColor" strokeWidth="1.6" strokeDasharray=".1 3.9" strokeLinecap="round" />
      <path d="M1 12.5C5 12.5 6 4 11 4s5 11 10 3" stroke="var(--trail)" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
