import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '@/lib/i18n'
import { IconButton } from './icon-button'

interface DialogProps {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  /** What to do, the usual one last. */
  actions?: ReactNode
  /** Cannot be undone, or touches many things. */
  grave?: boolean
  wide?: boolean
}

/** Asks, over the page; Escape and the page behind it close it. The focus goes back to where it was. */
export function Dialog({ title, open, onClose, children, actions, grave = false, wide = false }: DialogProps) {
  const text = useText()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(stays) => !stays && onClose()}
      isDismissable
      className="fixed inset-0 z-50 flex items-end justify-center bg-veil tablet:items-start tablet:pt-[12dvh]"
    >
      <Modal className={`w-full animate-arrive tablet:mx-4 ${wide ? 'tablet:max-w-content' : 'tablet:max-w-narrow'}`}>
        <AriaDialog
          role={grave ? 'alertdialog' : 'dialog'}
          className="flex max-h-[85dvh] flex-col rounded-t-card border border-line bg-surface shadow-overlay outline-none tablet:rounded-card"
        >
          <div className="flex items-start justify-between gap-4 pt-4 ps-5 pe-3">
            <Heading slot="title" className="pt-1 text-lead font-strong">
              {title}
            </Heading>
            <IconButton label={text('action.close')} icon={X} onClick={onClose} />
          </div>
          <div className="min-h-0 overflow-y-auto px-5 pt-2 pb-5">{children}</div>
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
