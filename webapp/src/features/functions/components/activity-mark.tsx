import type { Activity } from '../lib/history'

const MOST = 2

/** A ring at zero, dashed when nobody knows, half while starting, full when awake; as many as there are processes, up to two. */
export function ActivityMark({ activity, running }: { activity: Activity; running: number }) {
  const dots = Math.min(Math.max(running, 1), MOST)
  return (
    <span className="flex shrink-0 gap-1" aria-hidden="true">
      {Array.from({ length: dots }, (_, index) => (
        <svg key={index} viewBox="0 0 12 12" className={`size-3 ${index > 0 ? 'hidden tablet:block' : ''} ${activity === 'zero' || activity === 'unknown' ? 'text-line-strong' : 'text-accent'}`}>
          <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray={activity === 'unknown' ? '2 1.77' : undefined} />
          {activity === 'starting' && <path d="M6 1.2a4.8 4.8 0 0 0 0 9.6Z" fill="currentColor" />}
          {activity === 'working' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
          {activity === 'idle' && <circle cx="6" cy="6" r="2.2" fill="currentColor" />}
        </svg>
      ))}
    </span>
  )
}
