package org.clientele.jpa.jta;

import com.arjuna.ats.arjuna.common.CoreEnvironmentBeanException;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

/** The transaction manager of this JVM; nothing that it remembers outlives the JVM. */
public final class Narayana {

    private static final List<String> STORES = List.of("default", "communicationStore", "stateStore");

    static {
        try {
            arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("1");
        } catch (CoreEnvironmentBeanException refused) {
            throw new IllegalStateException(refused);
        }
        for (String store : STORES) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store.equals("default") ? null : store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
    }

    private Narayana() {}

    /** Begins and ends transactions, as the container does or the host by a {@code UserTransaction}. */
    public static TransactionManager transactions() {
        return jtaPropertyManager.getJTAEnvironmentBean().getTransactionManager();
    }

    /** What Jakarta EE gives out by {@code @Resource}. */
    static TransactionSynchronizationRegistry registry() {
        return jtaPropertyManager.getJTAEnvironmentBean().getTransactionSynchronizationRegistry();
    }
}
