package dev.punctual.notification.send;

/** A way out. One try, bounded in time; whatever goes wrong is a reply. */
interface Carrier {
  Reply carry(Parcel parcel);
}
