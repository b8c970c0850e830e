package dev.punctual.notification.send;

/** A way out. One try, over by its deadline; whatever goes wrong is a reply. */
interface Carrier {
  Reply carry(Parcel parcel, Deadline deadline);
}
